using System.Net;
using EngagementHub.Conversation.Codes;

namespace EngagementHub.Tests.Conversation;

public sealed class CodeVersionsTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Theory]
    [InlineData("Be civil to people.", "Be kind to people.", "Be |-civil |+kind |to people.")]
    [InlineData("", "All new", "+All new")]
    [InlineData("Same", "Same", "Same")]
    [InlineData("One two three", "One three", "One |-two |three")]
    public void A_difference_is_told_word_by_word(string before, string after, string told) =>
        Assert.Equal(told.Replace(" |", "|", StringComparison.Ordinal), string.Join('|', WordDifference.Between(before, after).Select(r => (r.Change switch { WordChange.Added => "+", WordChange.Removed => "-", _ => "" }) + r.Text.Trim())));

    [Fact]
    public void Removed_and_kept_words_are_the_old_text_and_added_and_kept_the_new()
    {
        var (before, after) = ("The quick  brown fox\n\njumps over", "A quick brown\nfox that jumps over it");

        var runs = WordDifference.Between(before, after);

        Assert.Equal(before, string.Concat(runs.Where(r => r.Change != WordChange.Added).Select(r => r.Text)));
        Assert.Equal(after, string.Concat(runs.Where(r => r.Change != WordChange.Removed).Select(r => r.Text)));
    }

    [Fact]
    public void A_clause_that_moved_is_the_same_clause()
    {
        var difference = CodeDifference.Between("", [new(1, "Be civil", "a"), new(2, "No cases", "b"), new(3, "Gone", "c")], "", [new(1, "New one", "n"), new(2, "Be civil", "a"), new(3, "No cases", "bb")]);

        Assert.Equal(["Clause 1: new", "Clause 2, before 1: unchanged", "Clause 3, before 2: changed", "Clause 3: left out"], difference.Clauses.Select(c => c.Heading));
    }

    [Fact]
    public async Task A_version_is_drafted_compared_and_published_from_a_day_on_and_asks_again_only_when_major()
    {
        var (mina, tom) = (await hub.As("mina"), await hub.As("tom"));
        await ConversationFixture.Write(tom, await hub.Open(), "Under the first");
        var form = await mina.Open("/code-of-conduct/publish");
        var compared = await form.Submit(("!button", "Show the difference"), ("Clauses[0].Title", "Be kind"));
        Assert.Equal("Removed: civil (end of removal)", compared.Document.QuerySelector(".hub-difference del")!.TextContent);
        Assert.Equal("Added: kind (end of addition)", compared.Document.QuerySelector(".hub-difference ins")!.TextContent);

        (await compared.Submit(("!button", "Publish"), ("Kind", "minor"), ("From.Day", "24"), ("From.Month", "4"), ("From.Year", "2007"))).MustBe(HttpStatusCode.UnprocessableEntity);
        var published = await compared.Submit(("!button", "Publish"), ("Kind", "minor"), ("From.Day", "25"), ("From.Month", "4"), ("From.Year", "2007"));
        published.MustBe(HttpStatusCode.OK);
        Assert.Contains("Version 1.1 is published", published.Text, StringComparison.Ordinal);
        var second = await (await mina.Open("/code-of-conduct/publish")).Submit(("!button", "Publish"), ("Clauses[3].Title", "No names"), ("Clauses[3].Text", "Leave them out."), ("Kind", "major"), ("From.Day", "26"), ("From.Month", "4"), ("From.Year", "2007"));
        Assert.Contains("Version 2.0 is published", second.Text, StringComparison.Ordinal);

        var now = hub.Clock.Now;
        hub.Clock.Now = now.AddDays(1);
        Assert.Null((await (await hub.As("tom")).Open($"/comments/write?on={await hub.Open()}")).Document.QuerySelector("[name=Accept]"));
        hub.Clock.Now = now.AddDays(2);
        Assert.NotNull((await (await hub.As("tom")).Open($"/comments/write?on={await hub.Open()}")).Document.QuerySelector("[name=Accept]"));
        hub.Clock.Now = now;
        Assert.Contains("Clause 4: new", (await tom.Open("/code-of-conduct/changes?from=1.1&to=2.0")).Text, StringComparison.Ordinal);
        (await tom.Open("/code-of-conduct/changes?from=1.1&to=9.9")).MustBe(HttpStatusCode.NotFound);
        (await tom.Open("/code-of-conduct/publish")).MustBe(HttpStatusCode.Forbidden);
        Assert.Equal(2, await hub.In((_, db) => Task.FromResult(db.Audit.Count(a => a.What == "conversation.code.published" && a.By == People.Mina))));
    }

    [Fact]
    public async Task A_clause_half_written_is_refused_with_all_that_was_typed()
    {
        var form = await (await hub.As("noah")).Open("/code-of-conduct/publish");

        var refused = await form.Submit(("!button", "Publish"), ("Clauses[0].Title", ""), ("Clauses[1].Text", "Typed with care"), ("Kind", "minor"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Enter the title of clause 1, or empty all of it", refused.Errors);
        Assert.Contains("Typed with care", refused.Body, StringComparison.Ordinal);
    }
}
