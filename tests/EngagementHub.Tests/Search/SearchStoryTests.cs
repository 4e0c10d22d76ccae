using EngagementHub.Core.Search;
using EngagementHub.Tests.Story;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Search;

public sealed class SearchStoryTests(Story2007Hub hub) : IClassFixture<Story2007Hub>
{
    [Fact]
    public async Task Answers_are_found_with_their_question_and_lead_to_it()
    {
        var page = await Page("enhanced bonus", "&Kind=answer");

        Assert.Contains("Who decides on the enhanced bonus, and can we see the criteria?", SearchHub.Headings(page));
        Assert.Matches("^/responses/themes/[0-9a-f-]{36}#question-[0-9a-f-]{36}$", page.Document.QuerySelector(".hub-results a")!.GetAttribute("href")!);
        Assert.Contains("Answer · Head of pay and reward", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_are_narrowed_down_by_theme_comments_only_where_it_is_large_enough()
    {
        var themes = (await Page("bonus")).Document.QuerySelectorAll("#Theme option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToList();
        Assert.NotEmpty(themes);

        foreach (var theme in themes)
        {
            var all = await Page("the OR of OR to OR a OR i OR we", $"&Theme={Uri.EscapeDataString(theme)}&Kind=comment");
            Assert.NotInRange(SearchHub.Headings(all).Count, 1, 2);
        }

        var bonus = await Page("bonus", $"&Theme={Uri.EscapeDataString(themes.First(t => t.Contains("bonus", StringComparison.OrdinalIgnoreCase)))}");
        Assert.Contains("Comment · ", bonus.Text, StringComparison.Ordinal);
        Assert.Contains("Answer · ", bonus.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Post · ", bonus.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_digest_takes_the_answers_that_came_out_in_it_along()
    {
        await using var own = new Story2007Hub();
        var before = await Answers(own);
        await own.In(async (_, db) =>
        {
            (await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync(p => p.Slug == "your-questions-bonus-and-reviews")).Withdraw(new StaffId(StableId.From("staff/head-of-hr")), own.Clock.Now, "A mistake in the sum");
            return 0;
        });

        Assert.InRange(await Answers(own), 1, before - 1);
    }

    [Fact]
    public async Task Telling_the_story_again_changes_nothing()
    {
        var before = await Kept();
        Assert.Equal(0, await hub.ApplyAgain());
        Assert.Equal(before, await Kept());
    }

    private static Task<int> Answers(Story2007Hub of) => of.In((_, db) => db.Set<SearchEntry>().CountAsync(e => e.Kind == SearchKinds.Answer));

    private Task<string> Kept() => hub.In(async (_, db) => string.Join('\n', await db.Set<SearchEntry>().OrderBy(e => e.Id).Select(e => $"{e.Id} {e.Subject} {e.Marks} {e.TextWords}").ToListAsync()));

    private async Task<HubPage> Page(string words, string more = "") => await (await hub.As("staff-member")).Open($"/search?q={Uri.EscapeDataString(words)}{more}");
}
