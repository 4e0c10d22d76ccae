using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed partial class AnonymityTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private const string Marker = "purple-elephant-marker";

    [Fact]
    public async Task No_row_of_any_table_ties_the_writer_to_an_anonymous_comment()
    {
        var on = await hub.Open(title: "Elephants");
        var sent = await ConversationFixture.Write(await hub.As("tom"), on, $"A {Marker} in the room", "anonymous");
        sent.MustBe(HttpStatusCode.OK);
        var comment = Assert.Single(await hub.Received(on));
        string[] writer = [People.Tom.ToString(), "tom", "Tom Taylor", "tom@department.example"];
        string[] traces = [Marker, comment.Id.ToString(), on.Id.ToString()];

        var rows = await Rows();

        Assert.Contains(rows, r => r.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(rows, r => traces.Any(t => r.Contains(t, StringComparison.OrdinalIgnoreCase)) && writer.Any(w => r.Contains(w, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(rows, r => traces.Any(t => r.Contains(t, StringComparison.OrdinalIgnoreCase)) && r.StartsWith("core_audit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_somebody_who_accepts_the_code_and_writes_anonymously_no_row_tells_the_day_or_the_time()
    {
        var on = await hub.Open(title: "First words");
        var sid = await hub.As("sid");
        var before = await RowsNaming(People.Sid);

        (await ConversationFixture.Write(sid, on, "My first words", "anonymous")).MustBe(HttpStatusCode.OK);

        var row = Assert.Single((await RowsNaming(People.Sid)).Except(before));
        Assert.StartsWith("conversation_acceptances: ", row, StringComparison.Ordinal);
        Assert.All(row.Split(": ")[1].Split('|'), value => Assert.True(Guid.TryParse(value, out _) || value is "0" or "1", $"{value} may tell when"));
    }

    [Fact]
    public async Task Moderators_see_the_same_whoever_wrote()
    {
        var (toms, sams) = (await hub.Open(title: "Same"), await hub.Open(title: "Same"));
        await ConversationFixture.Write(await hub.As("tom"), toms, "The same words", "anonymous");
        await ConversationFixture.Write(await hub.As("sam"), sams, "The same words", "anonymous");

        var queue = await (await hub.As("mina")).Open("/moderation");

        var items = new List<string>();
        foreach (var on in (SubjectRef[])[toms, sams])
        {
            var comment = Assert.Single(await hub.Received(on));
            items.Add(AnyId().Replace(queue.Document.QuerySelector($"#queue-{comment.Id}")!.OuterHtml, "ID"));
        }

        Assert.Equal(items[0], items[1]);
    }

    [Fact]
    public async Task The_receipt_code_is_shown_once_and_tells_what_became_of_the_comment()
    {
        var on = await hub.Open();
        var tom = await hub.As("tom");
        var sent = await ConversationFixture.Write(tom, on, "Tell me later", "anonymous");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();
        Assert.Matches("^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$", code);
        Assert.DoesNotContain(code, (await tom.Open("/comments/sent")).Body, StringComparison.Ordinal);
        var id = Assert.Single(await hub.Received(on)).Id;
        await (await (await hub.As("mina")).Open($"/moderation/{id}/decline")).Submit(("Clause", "2"), ("Reason", "Another subject"), ("Suggestion", "Ask it there"));

        var told = await (await (await hub.As("sam")).Open("/comments/receipt")).Submit(("Code", code.ToLowerInvariant()));

        Assert.Contains("2 Keep to the subject (version 1.0)", told.Text, StringComparison.Ordinal);
        Assert.Contains("Another subject", told.Text, StringComparison.Ordinal);
        Assert.Contains("Ask it there", told.Text, StringComparison.Ordinal);
        await told.Submit("form[action*=takeback]");
        Assert.Equal(CommentStanding.Withdrawn, Assert.Single(await hub.Received(on)).Standing);
    }

    [Theory]
    [InlineData(Anonymity.NameWithheld, "withheld", "Your name is stored encrypted")]
    [InlineData(Anonymity.KeptTogether, "together", "Until its key is destroyed")]
    [InlineData(Anonymity.NotRecorded, "anonymous", "only this code’s fingerprint leads to it")]
    public async Task What_is_kept_of_the_writer_is_said_with_the_code_as_it_is(Anonymity level, string shown, string said)
    {
        var sent = await ConversationFixture.Write(await hub.As("tom"), await hub.Open(level), "Kept how?", shown);

        Assert.Contains(said, sent.Text, StringComparison.Ordinal);
        Assert.Equal(level == Anonymity.NotRecorded, sent.Text.Contains("fingerprint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_code_is_answered_in_a_sentence_and_kept()
    {
        var page = await (await (await hub.As("sam")).Open("/comments/receipt")).Submit(("Code", "7K3F-9QZ2-0000-0000-0000-0000-00"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("No comment has this code", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Enter the code you were given", Assert.Single((await page.Submit(("Code", " "))).Errors));
    }

    [Fact]
    public async Task Nobody_takes_back_by_its_identifier_what_they_did_not_sign()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, "Not yours", "anonymous");
        await ConversationFixture.Write(await hub.As("tom"), on, "Not yours either");

        foreach (var comment in await hub.Received(on))
        {
            (await (await hub.As("sam")).Post($"/comments/{comment.Id}/take-back")).MustBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<IEnumerable<string>> RowsNaming(StaffId who) => (await Rows()).Where(r => r.Contains(who.ToString(), StringComparison.OrdinalIgnoreCase));

    private Task<List<string>> Rows() => hub.In(async (_, db) =>
    {
        await db.Database.OpenConnectionAsync();
        List<string> rows = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: " + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            }
        }

        return rows;
    });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex AnyId();
}
