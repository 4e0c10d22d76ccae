using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Records;

public sealed class DisclosureTests(RecordsHub hub) : IClassFixture<RecordsHub>
{
    [Fact]
    public async Task A_release_holds_posts_comments_decisions_answers_and_promises_without_names_and_numbers()
    {
        var (_, html, json) = await Released(RecordsHub.Period, "FOI 2007/1");

        var chapters = json.RootElement.GetProperty("chapters").EnumerateArray().Select(c => c.GetProperty("title").GetString()).ToList();
        Assert.Equal(["Hosting period", "Posts", "Comments", "Decisions of moderators", "Answers", "Promises"], chapters.Where(c => c is not ("Earlier wordings" or "Appeals" or "Halts")));
        Assert.All((string[])[html, json.RootElement.GetRawText()], text =>
        {
            Assert.DoesNotContain("Tom", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Taylor", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("7946 0018", text, StringComparison.Ordinal);
            Assert.DoesNotContain("department.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("AB123456C", text, StringComparison.Ordinal);
            Assert.DoesNotContain("staff-member", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Intranet editor", text, StringComparison.Ordinal);
            Assert.Contains("Head of HR", text, StringComparison.Ordinal);
            Assert.Contains(RecordsHub.Marker, text, StringComparison.Ordinal);
            Assert.Contains("Anonymous", text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=", html);
        Assert.NotEmpty(json.RootElement.GetProperty("struck").EnumerateArray());
    }

    /// <summary>No number of a person is in it either: whoever has one release could match it with another.</summary>
    [Fact]
    public async Task A_release_holds_no_number_by_which_a_person_or_a_comment_could_be_found()
    {
        var (_, html, json) = await Released(RecordsHub.Post, "FOI 2007/2");
        var people = await hub.In((_, db) => db.Set<EngagementHub.Identity.Staff.StaffMember>().Select(s => s.Id).ToListAsync(TestContext.Current.CancellationToken));

        Assert.All(people, id => Assert.DoesNotContain(id.ToString(), html + json.RootElement.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}", html + json.RootElement.GetRawText());
        Assert.All(json.RootElement.GetProperty("chapters").EnumerateArray().SelectMany(c => c.GetProperty("items").EnumerateArray()), i => Assert.Matches("^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", i.GetProperty("day").GetString() ?? ""));
    }

    [Fact]
    public async Task Words_marked_by_hand_go_from_earlier_wordings_and_quotations_too_and_a_person_in_office_when_marked()
    {
        var admin = await hub.As("administrator");
        await hub.In(async (_, db) =>
        {
            var post = await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync(p => p.Id == RecordsHub.Post.Id);
            var before = post.Manuscript;
            post.Revise(before with { Standfirst = "Ask about the Harwich matter and anything else." }, post.Author, hub.Clock.Now);
            post.Revise(before with { Standfirst = "Ask about anything." }, post.Author, hub.Clock.Now.AddMinutes(1));
            return 0;
        });
        var pack = await Prepared(admin, RecordsHub.Post, "FOI 2007/3");
        Assert.Contains("Harwich matter", (await admin.Open($"{pack}/preview")).Text, StringComparison.Ordinal);

        var marked = await (await admin.Open($"{pack}/strike")).Submit(("Kind", "Words"), ("Words", "the  HARWICH\nmatter"), ("Exemption", "section 30"), ("Reason", "An investigation"));
        marked.MustBe(HttpStatusCode.OK);
        await (await admin.Open($"{pack}/strike")).Submit(("Kind", "Person"), ("UserName", "head-of-hr"), ("Exemption", "section 38"), ("Reason", "Threats to Priya Patel"));
        var (html, json) = await Files(admin, pack);

        Assert.All((string[])[html, json.RootElement.GetRawText()], text =>
        {
            Assert.DoesNotContain("Harwich", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Priya", text, StringComparison.Ordinal);
            Assert.Contains("[struck: words, section 30]", text, StringComparison.Ordinal);
            Assert.Contains("An investigation", text, StringComparison.Ordinal);
        });
        Assert.Contains(await hub.Rows(), r => r.Contains("records.pack.released", StringComparison.Ordinal));
        Assert.DoesNotContain(await hub.Rows(), r => r.StartsWith("core_audit", StringComparison.Ordinal) && r.Contains("HARWICH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_item_can_go_and_that_there_was_one_stays()
    {
        var admin = await hub.As("administrator");
        var comment = await hub.CommentWith(RecordsHub.Marker);
        var pack = await Prepared(admin, RecordsHub.Post, "FOI 2007/4");

        await (await admin.Open($"{pack}/strike?item=conversation.comment/{comment.Id}")).Submit(("Kind", "WholeItem"), ("Exemption", "section 36"), ("Reason", "Free discussion"));
        var (html, _) = await Files(admin, pack);

        Assert.DoesNotContain(RecordsHub.Marker, html, StringComparison.Ordinal);
        Assert.Contains($"Comment {comment.Number} on", html, StringComparison.Ordinal);
        Assert.Contains("[struck: all of it, section 36]", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_released_and_what_changed_since_is_not_given_out_under_the_old_number()
    {
        var admin = await hub.As("administrator");
        var pack = await Prepared(admin, RecordsHub.Post, "FOI 2007/5");
        var preview = await admin.Open($"{pack}/preview");
        await (await admin.Open($"{pack}/strike")).Submit(("Kind", "Words"), ("Words", "anything"), ("Exemption", "section 30"), ("Reason", "Why not"));

        Assert.Contains("have changed since you looked", Assert.Single((await preview.Submit()).Errors), StringComparison.Ordinal);
        await (await admin.Open($"{pack}/preview")).Submit();
        await (await admin.Open($"{pack}/strike")).Submit(("Kind", "Words"), ("Words", "Ten days"), ("Exemption", "section 30"), ("Reason", "Why not"));

        Assert.Contains("changed since that release", (await admin.Open($"{pack}?handler=Html&number=1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/records/disclosure")]
    [InlineData("/records/people")]
    [InlineData("/records/people/staff-member")]
    [InlineData("/records/people/staff-member/forget")]
    [InlineData("/records/retention")]
    public async Task Only_administrators_come_here(string url)
    {
        (await (await hub.As("intranet-editor")).Open(url)).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("administrator")).Open(url)).MustBe(HttpStatusCode.OK);
    }

    private static async Task<string> Prepared(HubClient admin, SubjectRef of, string what)
    {
        var page = await (await admin.Open("/records/disclosure")).Submit(("Of", $"{of}"), ("For", what));
        page.MustBe(HttpStatusCode.OK);
        return page.Url.Split('?')[0];
    }

    private static async Task<(string Html, JsonDocument Json)> Files(HubClient admin, string pack)
    {
        (await (await admin.Open($"{pack}/preview")).Submit()).MustBe(HttpStatusCode.OK);
        var (html, json) = (await admin.Open($"{pack}?handler=Html&number=1"), await admin.Open($"{pack}?handler=Json&number=1"));
        return (html.Body, JsonDocument.Parse(json.Body));
    }

    private async Task<(string Pack, string Html, JsonDocument Json)> Released(SubjectRef of, string what)
    {
        var admin = await hub.As("administrator");
        var pack = await Prepared(admin, of, what);
        var (html, json) = await Files(admin, pack);
        return (pack, html, json);
    }
}
