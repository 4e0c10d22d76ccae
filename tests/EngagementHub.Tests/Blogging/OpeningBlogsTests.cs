using System.Net;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Conversation;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

/// <summary>Blogs that are opened and changed in the browser.</summary>
public sealed class OpeningBlogsTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Who_runs_blogs_opens_another_one_and_its_owner_can_write_in_it()
    {
        var opened = await Open(("Address", "second-voice"), ("OpenForDays", "14"), ("Moderation", "after"), ("Anonymity", "Named"));

        Assert.Equal("/blogs/second-voice", opened.Url);
        Assert.Contains("Second voice is open", opened.Text, StringComparison.Ordinal);
        (await (await _hub.As("priya")).Open("/blogs/second-voice/desk")).MustBe(HttpStatusCode.OK);
        Assert.Equal(new CommentPolicy(false, Anonymity.Named, 14), await Policy("second-voice"));
        Assert.Contains("Second voice", (await (await _hub.As("office")).Open("/blogs")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leaders", "/blogs/leaders is taken. Choose another address")]
    [InlineData("add", "/blogs/add is taken. Choose another address")]
    [InlineData("Second Voice", "Use small letters, digits and hyphens in the address, for example second-voice")]
    [InlineData("", "Enter the address")]
    public async Task An_address_that_cannot_be_is_refused_beside_its_field(string address, string sentence)
    {
        var refused = await Open(("Address", address));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, refused.Document.QuerySelector("#Address-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Second voice", refused.Document.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Comments_kept_together_need_a_number_of_days()
    {
        var refused = await Open(("Address", "second-voice"), ("Anonymity", "KeptTogether"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#OpenForDays", refused.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_changed_name_owner_and_policy_hold_at_once_and_stand_in_the_audit_trail()
    {
        var saved = await (await (await _hub.As("office")).Open($"{BloggingHub.Blog}/settings")).Submit("main form[method=post]", ("Name", "Voices"), ("Owner", $"{People.Priya}"), ("OpenForDays", "21"));

        saved.MustBe(HttpStatusCode.OK);
        Assert.Equal("Voices", saved.Document.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(21, (await Policy("leaders")).OpenForDays);
        var line = await _hub.In((_, db) => db.Set<AuditEntry>().SingleAsync(a => a.What == "blogging.blog.changed", TestContext.Current.CancellationToken));
        Assert.Contains("to Voices", line.Why!, StringComparison.Ordinal);
        Assert.Contains("21 days", line.Why!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_form_opens_for_who_does_not_run_blogs()
    {
        var priya = await _hub.As("priya");

        (await priya.Open("/blogs/add")).MustBe(HttpStatusCode.Forbidden);
        (await priya.Open($"{BloggingHub.Blog}/settings")).MustBe(HttpStatusCode.Forbidden);
        (await (await _hub.As("office")).Open("/blogs/nowhere/settings")).MustBe(HttpStatusCode.NotFound);
    }

    private async Task<HubPage> Open(params (string, string)[] fields) =>
        await (await (await _hub.As("office")).Open("/blogs/add")).Submit("main form[method=post]", [("Name", "Second voice"), ("Owner", $"{People.Priya}"), .. fields]);

    private Task<CommentPolicy> Policy(string slug) =>
        _hub.In((_, db) => db.Set<Blog>().Where(b => b.Slug == slug).Select(b => b.Comments).SingleAsync(TestContext.Current.CancellationToken));
}
