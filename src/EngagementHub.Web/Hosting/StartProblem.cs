using System.Net.Sockets;
using System.Text.RegularExpressions;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Recipes;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Web.Hosting;

/// <summary>What can stop a start and is not a defect: one sentence that says what to do. Anything else stays an exception with its trace.</summary>
internal static partial class StartProblem
{
    public static string? SentenceFor(Exception problem) => problem switch
    {
        SettingException e => e.Message,
        // What the framework says of a value that is no number or no "true": it names the key in its own way.
        InvalidOperationException e when WrongValue().Match(e.Message) is { Success: true } m => $"The setting {m.Groups["key"].Value} is wrong: it is '{m.Groups["value"].Value}'; use {(m.Groups["type"].Value == "Boolean" ? "true or false" : "a number")}",
        RecipeException e => $"The recipe cannot be applied: {e.Message}. Nothing of it was kept; mend it and start again",
        IOException { InnerException: AddressInUseException } e => $"{Address(e)} is in use by another program. Stop that, or choose another with --urls http://127.0.0.1:5081",
        InvalidDataException e when e.Message.Contains("appsettings", StringComparison.Ordinal) || e.InnerException is FormatException =>
            $"The settings file cannot be read: {e.InnerException?.InnerException?.Message ?? e.InnerException?.Message ?? e.Message}",
        UnauthorizedAccessException e => $"{e.Message} Give the user that runs the hub the right to write there, or set Database:Connection to another place",
        SqliteException { SqliteErrorCode: 14 or 8 } => "The database file cannot be opened for writing. Check the folder named in Database:Connection",
        SqliteException { SqliteErrorCode: 26 } => "The file named in Database:Connection is not a SQLite database. Name another file or take that one away",
        Npgsql.NpgsqlException { InnerException: SocketException } => "PostgreSQL does not answer at the address in Database:Connection. Start it, or mend the setting",
        Npgsql.PostgresException e => $"PostgreSQL refused: {e.MessageText}. Check Database:Connection",
        SocketException e => $"The address cannot be listened on: {e.Message}. Choose another with --urls http://127.0.0.1:5081",
        _ => null,
    };

    private static string Address(IOException e)
    {
        var start = e.Message.IndexOf("http", StringComparison.Ordinal);
        return start < 0 ? "The address" : e.Message[start..].Split(' ', ':') is [var scheme, var host, var port, ..] ? $"{scheme}:{host}:{port.TrimEnd('.')}" : "The address";
    }

    [GeneratedRegex(@"^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type 'System\.(?<type>\w+)'")]
    private static partial Regex WrongValue();
}
