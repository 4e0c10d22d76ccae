using EngagementHub.Core.Data;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EngagementHub.Core.Replicas;

/// <summary>Marks what readers look at, and what may be read from a replica when they do.</summary>
internal sealed class ReadFromReplica;

/// <summary>Reads pages for readers without a role or duty from a replica that has everything that was committed before the request came. Whatever is in the way of that, the primary is read.</summary>
internal sealed class ReplicaPages(RequestDelegate next, Replicas replicas, KnownReaders readers)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!replicas.Any || !await IsForReadersAsync(context))
        {
            await next(context);
            return;
        }

        var isDone = await HasReadAsync(context);
        replicas.Count(isDone);
        if (!isDone)
        {
            await next(context);
        }
    }

    private async Task<bool> HasReadAsync(HttpContext context)
    {
        var db = context.RequestServices.GetRequiredService<HubDb>();
        if (db.Database.CurrentTransaction is not null || await replicas.TurnAsync(db, context.RequestAborted) is not { } replica)
        {
            return false;
        }

        try
        {
            ReplicaReading.Begin();
            await next(context);
            return true;
        }
        catch (Exception e) when (FailureOf(e) is { } failure && !context.Response.HasStarted)
        {
            // What it read is not sent yet: the primary is asked for the whole of it.
            Note(replica, failure);
            SharedReading.Of(context)?.BeginAgain();
            context.Response.StatusCode = StatusCodes.Status200OK;
            return false;
        }
        finally
        {
            ReplicaReading.End();
            await replicas.TurnBackAsync(db);
        }
    }

    // Who has something to do here gets links to do it, which their rights decide. Where somebody may write without a name nothing is counted, and nothing left in another server's log.
    private async Task<bool> IsForReadersAsync(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint()?.Metadata is { } of && of.GetMetadata<ReadFromReplica>() is not null && of.GetMetadata<IDisableHttpMetricsMetadata>() is null
        && (SharedReading.Of(context) is not null || await readers.FindAsync(context) is not null);

    private static void Note(Replica replica, NpgsqlException failure)
    {
        switch ((failure as PostgresException)?.SqlState)
        {
            case PostgresErrorCodes.InsufficientPrivilege:
                replica.Refuse(failure.Message);
                break;
            case null or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow:
                replica.Fail(failure);
                break;
            default:
                // It speaks: a query that stood in the way of replaying was ended, and the next will not be.
                break;
        }
    }

    private static NpgsqlException? FailureOf(Exception? e) => e switch
    {
        // Somebody wrote while reading: a defect, which must be seen.
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } or null => null,
        NpgsqlException failure => failure,
        _ => FailureOf(e.InnerException),
    };
}
