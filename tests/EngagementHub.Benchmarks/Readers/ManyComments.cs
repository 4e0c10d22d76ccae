using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>Fills discussions with comments past the hub: each is a copy of the one that came by the recipe, under its own number and with words of its own, so that they compress no better than what people write.</summary>
internal static partial class ManyComments
{
    private const int Seed = 2007;

    /// <summary>Brings each discussion to that many comments.</summary>
    /// <param name="connection">The embedded database, which no hub has open.</param>
    /// <param name="counts">By the key of the post.</param>
    public static void Fill(string connection, IReadOnlyDictionary<string, int> counts)
    {
        using var open = new SqliteConnection(connection);
        open.Open();
        Run(open, "BEGIN");
        var (words, random) = (Words(), new Random(Seed));
        foreach (var (discussion, slug) in Discussions(open))
        {
            Copy(open, discussion, counts[slug], () => Sentences(words, random));
        }

        Run(open, "COMMIT");
    }

    private static void Run(SqliteConnection open, string sql)
    {
        using var command = new SqliteCommand(sql, open);
        command.ExecuteNonQuery();
    }

    private static List<(string Id, string Slug)> Discussions(SqliteConnection open)
    {
        using var command = new SqliteCommand("""SELECT d."Id", p."Slug" FROM conversation_discussions d JOIN blogging_posts p ON d."On" LIKE '%' || lower(p."Id") || '%'""", open);
        using var reader = command.ExecuteReader();
        return [.. reader.Cast<DbDataRecord>().Select(row => (row.GetString(0), row.GetString(1)))];
    }

    private static void Copy(SqliteConnection open, string discussion, int count, Func<string> text)
    {
        var columns = Columns(open);
        var same = string.Join(", ", columns.Except(["Id", "Number", "Text", "Html"]).Select(c => $"\"{c}\""));
        using var copy = new SqliteCommand($"INSERT INTO conversation_comments ({same}, \"Id\", \"Number\", \"Text\", \"Html\") SELECT {same}, @id, @number, @text, @html FROM conversation_comments WHERE \"DiscussionId\" = @discussion AND \"Number\" = 1", open);
        foreach (var name in (string[])["@id", "@number", "@text", "@html", "@discussion"])
        {
            copy.Parameters.AddWithValue(name, discussion);
        }

        for (var number = 2; number <= count; number++)
        {
            var words = text();
            (copy.Parameters["@id"].Value, copy.Parameters["@number"].Value) = (Guid.NewGuid().ToString().ToUpperInvariant(), number);
            (copy.Parameters["@text"].Value, copy.Parameters["@html"].Value) = (words, $"<p>{words}</p>\n");
            copy.ExecuteNonQuery();
        }

        using var last = new SqliteCommand("UPDATE conversation_discussions SET \"LastNumber\" = @number WHERE \"Id\" = @discussion", open);
        last.Parameters.AddWithValue("@number", count);
        last.Parameters.AddWithValue("@discussion", discussion);
        last.ExecuteNonQuery();
    }

    private static List<string> Columns(SqliteConnection open)
    {
        using var command = new SqliteCommand("SELECT name FROM pragma_table_info('conversation_comments')", open);
        using var reader = command.ExecuteReader();
        return [.. reader.Cast<DbDataRecord>().Select(row => row.GetString(0))];
    }

    // The words of the demonstration, as often as they come there.
    private static string[] Words() => [.. WordLine().Matches(File.ReadAllText($"{PublishedHost.Root}/content-recipes/home-office-2007.recipe.json")).Select(m => m.Value)];

    private static string Sentences(string[] words, Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => Sentence(words, random)));

    private static string Sentence(string[] words, Random random)
    {
        var all = string.Join(' ', Enumerable.Range(0, random.Next(5, 18)).Select(_ => words[random.Next(words.Length)]));
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(all[0])}{all[1..]}.");
    }

    [GeneratedRegex(@"(?<=[ ""])[a-z]{1,14}(?=[ .,])")]
    private static partial Regex WordLine();
}
