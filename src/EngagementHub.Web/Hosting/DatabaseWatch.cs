using System.Data.Common;
using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EngagementHub.Web.Hosting;

/// <summary>Asks PostgreSQL every second whether it is there. While it is not, pages say so at once, and who waits for it already is told soon after; as soon as it is, they are shown again.</summary>
internal sealed class DatabaseWatch(HubDatabase database, DatabaseLines lines, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public bool IsAway => lines.IsAway;

    /// <summary>What a failed request is answered with: that the database is away or cannot keep more is no defect of the hub.</summary>
    public static int StatusOf(Exception failure) => Root(failure) switch
    {
        DatabaseAwayException => StatusCodes.Status503ServiceUnavailable,
        // The sender's fault, found out while the body was read.
        BadHttpRequestException e => e.StatusCode,
        SqliteException { SqliteErrorCode: 13 } => StatusCodes.Status507InsufficientStorage,
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 14 } => StatusCodes.Status503ServiceUnavailable,
        PostgresException e when e.SqlState is PostgresErrorCodes.DiskFull => StatusCodes.Status507InsufficientStorage,
        PostgresException e => e.IsTransient || e.SqlState.StartsWith("57P", StringComparison.Ordinal) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        NpgsqlException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        IOException e when IsDiskFull(e) => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status500InternalServerError,
    };

    // A thread of its own that waits for nobody else's: what a node has to do by itself, as when it takes over from a dead one, must not look like a database that is slow.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => database.Provider != HubDatabase.Postgres
        ? Task.CompletedTask
        : Task.Factory.StartNew(() => Watch(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Watch(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            // Asked twice: one slow answer of a busy machine must not close the hub.
            Say(!Answers(2) && (IsAway || !Answers(1)), stopping);
            stopping.WaitHandle.WaitOne(Pause);
        }
    }

    private bool Answers(int seconds)
    {
        try
        {
            Ask(seconds);
            return true;
        }
        catch (PostgresException e)
        {
            // It speaks, even if only to say that it has too many clients; starting up and shutting down it is away.
            return !e.SqlState.StartsWith("57P", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            return false;
        }
    }

    // A connection of its own each time: one from the pool may have outlived its server. Of several hosts each has that time, one after the other: the first may be a machine that is dead and says nothing.
    private void Ask(int seconds)
    {
        var asking = new NpgsqlConnectionStringBuilder(database.Connection) { Pooling = false, Timeout = seconds, CommandTimeout = seconds, CancellationTimeout = -1, ApplicationName = "EngagementHub watch" };
        using var open = new NpgsqlConnection(asking.ConnectionString);
        open.Open();
        using var ask = new NpgsqlCommand("SELECT 1", open);
        ask.ExecuteScalar();
    }

    private void Say(bool isAway, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        switch (IsAway, isAway)
        {
            case (false, true):
                lines.Close();
                log.LogError("The database does not answer: pages say so until it does");
                break;
            // Not at the first look: what a busy server is still at work on is worth another second or two.
            case (true, true) when lines.EndAll() is > 0 and var ended:
                log.LogWarning("{Count} connections that waited for the database were ended: whoever waited is told", ended);
                break;
            case (true, false):
                lines.Reopen();
                log.LogWarning("The database answers again");
                break;
        }
    }

    private static Exception Root(Exception failure) => failure is DbUpdateException or InvalidOperationException && failure.InnerException is { } inner ? Root(inner) : failure;

    // ENOSPC, and EDQUOT.
    private static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122;
}

internal static class DatabaseWatchRegistration
{
    public static void AddDatabaseWatch(this IServiceCollection services) => services.AddSingleton<DatabaseWatch>().AddHostedService(s => s.GetRequiredService<DatabaseWatch>());

    /// <summary>One calm page for whatever fails, with the status that says whose fault it is.</summary>
    public static void UseCalmErrors(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandlingPath = "/error",
        StatusCodeSelector = DatabaseWatch.StatusOf,
        SuppressDiagnosticsCallback = failed => failed.Exception is DatabaseAwayException or BadHttpRequestException,
    });

    /// <summary>While the database is away nobody waits for it. Files that never change and the health addresses do without it.</summary>
    public static void UseDatabaseWatch(this WebApplication app)
    {
        var watch = app.Services.GetRequiredService<DatabaseWatch>();
        app.Use((context, next) => watch.IsAway && NeedsDatabase(context) ? throw new DatabaseAwayException() : next(context));
    }

    private static bool NeedsDatabase(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);
}
