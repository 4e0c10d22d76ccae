using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using EngagementHub.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Host;

/// <summary>An empty place for a hub, where an operator runs commands.</summary>
internal sealed class BackupDesk : IDisposable, IAsyncDisposable
{
    private readonly TestDatabase _database = TestDatabase.Empty();

    public string Folder => _database.Folder;

    public string Uploads => Path.Combine(Folder, "put-back", "uploads");

    public async Task<(int ExitCode, string Output, string Errors)> Run(string command, params string[] arguments)
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await Run(scope.ServiceProvider, command, arguments);
    }

    public static async Task<(int ExitCode, string Output, string Errors)> Run(IServiceProvider services, string command, string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await services.GetServices<IHostCommand>().Single(c => c.Name == command).RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>A connection such as a running hub holds.</summary>
    public async Task<DbConnection> Open()
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<HubDb>().Database.GetDbConnection();
        var other = (DbConnection)Activator.CreateInstance(connection.GetType(), _database.Connection)!;
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = _database.Provider == HubDatabase.Sqlite ? "PRAGMA journal_mode=WAL; SELECT 1" : "SELECT 1";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return other;
    }

    public Task Migrate(string to) => With(async db =>
    {
        await db.GetService<IMigrator>().MigrateAsync(to, TestContext.Current.CancellationToken);
        return 0;
    });

    public Task<List<string>> Pending() => With(async db => (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ToList());

    public Task<bool> HasTables() => With(async db =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        command.CommandText = db.Database.IsSqlite() ? "SELECT COUNT(*) FROM sqlite_master" : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture) > 0;
    });

    public Task<string> Rows() => With(RowsAsync);

    /// <summary>Every row of every table, in an order that does not depend on where it lies.</summary>
    public static async Task<string> RowsAsync(HubDb db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            List<string> rows = [];
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"{table}: {rows.Count}").AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }

        return text.ToString();
    }

    /// <summary>Changes a text inside a backup.</summary>
    public static void Rewrite(string backup, string entry, Func<string, string> change)
    {
        using var zip = ZipFile.Open(backup, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(zip.GetEntry(entry)!.Open()))
        {
            text = change(reader.ReadToEnd());
        }

        zip.GetEntry(entry)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
        writer.Write(text);
    }

    public static void Rename(string backup, string from, string to)
    {
        using var zip = ZipFile.Open(backup, ZipArchiveMode.Update);
        using var bytes = new MemoryStream();
        using (var old = zip.GetEntry(from)!.Open())
        {
            old.CopyTo(bytes);
        }

        zip.GetEntry(from)!.Delete();
        using var entry = zip.CreateEntry(to).Open();
        entry.Write(bytes.ToArray());
    }

    public void Dispose() => _database.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> With<T>(Func<HubDb, Task<T>> work)
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<HubDb>());
    }

    private WebApplication Build() => HubServer.Build(
    [
        $"--contentRoot={HostProcess.Root}", $"--Database:Provider={_database.Provider}", $"--Database:Connection={Unpooled}", $"--Uploads:Folder={Uploads}",
        $"--Conversation:KeyFolder={Folder}/put-back/keys", $"--Notifications:MailFolder={Folder}/put-back/mail",
    ], forCommand: true);

    // A command is a process of its own and leaves no connection behind.
    private string Unpooled => $"{_database.Connection};Pooling=False";
}
