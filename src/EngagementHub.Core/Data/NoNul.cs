using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EngagementHub.Core.Data;

/// <summary>Leaves the character NUL out of every text on its way to PostgreSQL, which refuses it: a hand-made form or address must not look like a failure of ours.</summary>
internal sealed class NoNul : DbCommandInterceptor
{
    public static readonly NoNul Instance = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                parameter.Value = text.Replace("\0", "", StringComparison.Ordinal);
            }
        }
    }
}
