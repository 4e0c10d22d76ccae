using EngagementHub.Blogging;
using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using EngagementHub.Core.Time;
using EngagementHub.Responses;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Promises;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Story;

/// <summary>What the demonstration must tell, fact by fact (dates and figures of the department's own blog of 2007).</summary>
public class HomeOffice2007Tests(Story2007Hub hub) : IClassFixture<Story2007Hub>
{
    private const string Blog = "/blogs/permanent-secretary";

    [Fact]
    public async Task Three_guests_hold_the_pen_on_the_days_they_held_it()
    {
        var periods = await hub.In(async (_, db) => await db.HostingPeriods.OrderBy(p => p.FirstDay).ToListAsync(Cancel));

        Assert.Equal(["30 January to 2 March 2007", "18 to 27 April 2007", "1 to 15 October 2007"], periods.Select(p => p.Days));
        Assert.All(periods, p => Assert.True(p.IsAgreed));
        Assert.Equal(2, periods[1].CoResponders.Count);
    }

    [Theory]
    [InlineData("/2007/01/30/our-first-promises-on-it-service", "80% 90% 95%")]
    [InlineData("/2007/02/15/what-you-told-me-about-it", "2.6 working days, and access to a shared folder took 2.1")]
    [InlineData("/2007/04/18/ten-days-to-ask-hr", "99% of people paid correctly each month")]
    [InlineData("/2007/04/21/day-four-five-themes", "Enhanced bonus|enhanced bonus for grades 6 and 7")]
    [InlineData("/2007/04/23/your-questions-bonus-and-reviews", "Head of pay and reward")]
    [InlineData("/2007/04/24/your-questions-pay", "We will not do that, because")]
    [InlineData("/2007/04/25/your-questions-recruitment-and-our-own-service", "Head of recruitment and careers")]
    [InlineData("/2007/04/27/ten-days-rounded-up", "HR bulletins")]
    [InlineData("/2007/10/15/six-words", "within the next week")]
    public async Task Posts_stand_on_their_day_and_say_their_figures(string path, string words)
    {
        var page = await (await hub.As("staff-member")).Open(Blog + path);

        page.MustBe(System.Net.HttpStatusCode.OK);
        Assert.All(words.Split(' ').All(w => w.EndsWith('%')) ? words.Split(' ') : [words.Split('|')[^1]], w => Assert.Contains(w, page.Text));
        Assert.Contains(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/code-of-conduct");
    }

    [Fact]
    public async Task There_are_at_least_twelve_posts_some_with_tables_and_several_signatures()
    {
        var posts = await hub.In(async (_, db) => await db.Posts.ToListAsync(Cancel));

        Assert.True(posts.Count >= 12, $"only {posts.Count} posts");
    }

    [Fact]
    public async Task At_least_forty_comments_were_received_by_name_and_without_and_some_were_declined()
    {
        var comments = await Received();

        Assert.True(comments.Count >= 40, $"only {comments.Count} comments");
        Assert.True(comments.Count(c => c.Author is null) >= 15);
        Assert.True(comments.Count(c => c.Author is not null) >= 15);
        Assert.All(comments.Where(c => c.Standing == CommentStanding.Declined), c => Assert.False(string.IsNullOrEmpty(c.DeclinedUnder)));
        Assert.Contains(comments, c => c.Standing == CommentStanding.Declined);
        Assert.DoesNotContain(comments, c => c.Text.Contains("07700", StringComparison.Ordinal) || c.Html.Contains("07700", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comments_to_HR_fall_under_five_themes_and_miscellaneous_and_every_sum_holds()
    {
        var boards = await hub.In(async (services, _) =>
        {
            List<(ResponseScope Scope, Board Board)> found = [];
            foreach (var scope in await services.GetRequiredService<IResponseScopes>().AllAsync(Cancel))
            {
                found.Add((scope, await services.GetRequiredService<BoardShelf>().OfAsync(scope, Cancel)));
            }

            return found;
        });

        Assert.All(boards, b => Assert.True(b.Board.Sum.Holds && b.Board.IsSorted, b.Board.Sum.InWords()));
        Assert.Equal(
            ["Enhanced bonus for grades 6 and 7", "Performance development review", "Pay policy", "Recruitment and selection", "Quality of HR service", "Miscellaneous"],
            boards.Single(b => b.Scope.FirstDay == new DateOnly(2007, 4, 18)).Board.Themes.Select(t => t.Title));
    }

    [Fact]
    public async Task Digests_stand_on_23_24_and_25_April_with_a_round_up_on_the_last_day()
    {
        var digests = await hub.In(async (_, db) => await db.Digests.OrderBy(d => d.PublishedAt).ToListAsync(Cancel));

        Assert.Equal(
            ["15 February 2007", "23 April 2007", "24 April 2007", "25 April 2007", "27 April 2007 round-up", "15 October 2007 round-up"],
            digests.Select(d => Say.ShortDay(d.PublishedAt!.Value.DayIn("Europe/London")) + (d.IsRoundUp ? " round-up" : "")));
    }

    [Fact]
    public async Task What_HR_left_was_handed_over_item_by_item_and_nothing_fell_between_two_chairs()
    {
        var page = await (await hub.As("staff-member")).Open($"{Blog}/hosting/{StableId.From("hr-april-2007")}");
        var note = page.Document.QuerySelector("#handover")!.TextContent;

        Assert.Contains("Questions left open (4)", note);
        Assert.Contains("Promises left open (6)", note);
        Assert.Equal(1, note.Split("Taken over").Length - 1);
        Assert.Equal(9, note.Split("Declined").Length - 1);
        Assert.Contains("because only HR may read those interviews. It stays with Head of HR.", note);
        Assert.Contains("the first by 11 May", note);
        Assert.Contains("Permanent Secretary's office took it over from Head of HR on Monday 30 April 2007", (await (await hub.As("staff-member")).Open($"/promises/{StableId.From("responses.promise/hr-p-bulletin")}")).Text);
    }

    [Fact]
    public async Task Promises_were_kept_kept_late_moved_and_dropped_and_one_is_late()
    {
        var promises = await hub.In(async (_, db) => await db.Promises.ToListAsync(Cancel));
        var (then, today) = (new DateTimeOffset(2007, 12, 31, 12, 0, 0, TimeSpan.Zero), new DateOnly(2007, 12, 31));

        Assert.Contains(promises, p => p.KeptDay <= p.Due);
        Assert.Contains(promises, p => p.KeptDay > p.Due);
        Assert.Equal(2, promises.Count(p => p.DroppedAt is not null));
        Assert.Contains(promises, p => p.StandingAt(then, today) == PromiseStanding.Late);
        var network = promises.Single(p => p.What.Contains("network", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2007, 12, 31), new DateOnly(2008, 3, 31)), (network.FirstDue, network.DueAt(then)));
    }

    [Fact]
    public async Task One_promise_was_settled_by_the_figure_of_a_service_level_once_its_month_was_signed()
    {
        var desktops = await hub.In(async (_, db) => await db.Promises.SingleAsync(p => p.Level != null, Cancel));

        Assert.True(desktops.KeptByFigure);
        Assert.StartsWith("Kept by the figure: 83.1% of 107 within 5 working days in March 2007, 80% within 5 working days promised", desktops.KeptText, StringComparison.Ordinal);
        Assert.True(Assert.Single(desktops.Figures).IsFinal);
    }

    [Theory]
    [InlineData("standard-desktop", "80% within 5 working days", "95% within 5 working days")]
    [InlineData("new-account", "2.6 working days", "95% within 5 working days")]
    [InlineData("shared-folder-access", "2.1 working days", "95% within 5 working days")]
    [InlineData("security-checks", "90% within 10 working days", "1 January 2007")]
    [InlineData("pay", "99% correct", "1 January 2007")]
    [InlineData("pay-queries", "62", "30 days")]
    public async Task Service_levels_say_the_steps_and_figures_of_the_posts(string service, string figure, string step)
    {
        var page = await (await hub.As("staff-member")).Open($"/service-levels/{service}");

        Assert.Contains(figure, page.Text);
        Assert.Contains(step, page.Text);
    }

    [Fact]
    public async Task Only_62_pay_queries_are_older_than_30_days_when_the_head_of_HR_says_so()
    {
        var post = await (await hub.As("staff-member")).Open(Blog + "/2007/04/25/your-questions-recruitment-and-our-own-service");

        Assert.Contains("62 older than 30 days", post.Text);
    }

    [Fact]
    public async Task Applying_the_recipe_again_changes_nothing()
    {
        var before = await hub.Rows();

        Assert.Equal(0, await hub.ApplyAgain());
        Assert.Equal(before.Select(r => $"{r.Key} {r.Value}"), (await hub.Rows()).Select(r => $"{r.Key} {r.Value}"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<IReadOnlyList<ReceivedComment>> Received() => hub.In(async (services, _) =>
    {
        var scopes = await services.GetRequiredService<IResponseScopes>().AllAsync(Cancel);
        return await services.GetRequiredService<IConversation>().ReceivedAsync(scopes.SelectMany(s => s.Discussions), Cancel);
    });
}
