using System.Data.Common;
using System.Runtime.CompilerServices;
using EngagementHub.Core.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EngagementHub.Core.Data;

/// <summary>Which database the hub runs on.</summary>
/// <param name="Provider"><c>Sqlite</c> (embedded) or <c>Postgres</c>.</param>
/// <param name="Connection">The provider's connection string.</param>
public sealed record HubDatabase(string Provider, string Connection)
{
    private readonly string? _direct;

    /// <summary>How to reach the same database without a pooler between, for what needs a session of its own: waiting for signals, the start lock, migrations, backups.</summary>
    public string Direct
    {
        get => _direct ?? Connection;
        init => _direct = value;
    }

    /// <summary>Standbys of it that pages may be read from, one server each.</summary>
    public IReadOnlyList<string> Replicas { get; init; } = [];

    /// <summary>The embedded database.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>PostgreSQL 15 or newer.</summary>
    public const string Postgres = "Postgres";

    /// <summary>After so many pages the log is folded into the file, 16 MiB: after the usual 4 a burst of comments writes the same pages of the indexes over and over.</summary>
    internal const int PagesInLog = 4000;

    /// <summary>The same during a burst of deliveries, 64 MiB, folded beside them: each page of an index that many of them touch is then written to the file once for all.</summary>
    internal const int PagesInBurst = 16_000;

    /// <summary>Sets provider, connection, migrations and the durability settings.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="lines">Learns of each connection to PostgreSQL, where somebody watches it.</param>
    /// <exception cref="InvalidOperationException">The provider is neither of the two.</exception>
    public void Configure(DbContextOptionsBuilder options, DatabaseLines? lines = null)
    {
        // Several one-to-many sets of one noun are loaded together: one query a set, not their product.
        options.AddInterceptors(TellOnCommit.Instance);
        switch (Provider)
        {
            case Sqlite:
                options.UseSqlite(Connection, x => x.MigrationsAssembly("EngagementHub.Migrations.Sqlite").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
                options.AddInterceptors(DurableSqlite.Instance);
                break;
            case Postgres:
                UsePostgres(options, lines);
                break;
            default:
                throw new InvalidOperationException($"The setting Database:Provider is '{Provider}'. Use Sqlite or Postgres");
        }
    }

    // A method of its own, so that the provider is not loaded where it is not used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UsePostgres(DbContextOptionsBuilder options, DatabaseLines? lines) => options
        .AddInterceptors([NoNul.Instance, .. lines is null ? Enumerable.Empty<IInterceptor>() : [lines]])
        .UseNpgsql(Connection, x => x.MigrationsAssembly("EngagementHub.Migrations.Postgres").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    // FULL: what was acknowledged survives a power cut. See docs/decisions/durability.md.
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new();

        private static readonly ConditionalWeakTable<object, object> Set = [];

        private static readonly string Pragmas = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint={PagesInLog};";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private static void Apply(SqliteConnection connection)
        {
            // A pooled connection keeps what was set when it was opened first.
            if (connection.Handle is not { } handle || !Set.TryAdd(handle, true) || IsReadOnly(connection))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        // EF Core looks whether the file is there by opening it so; a file that was put back has no log yet, and none can be begun then.
        private static bool IsReadOnly(SqliteConnection connection) => new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
