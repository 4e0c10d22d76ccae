using System.Net;
using EngagementHub.Core.Auditing;
using EngagementHub.Core.Ports;
using EngagementHub.Records.People;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Records;

public sealed class ForgettingTests(RecordsHub hub) : IClassFixture<RecordsHub>
{
    [Fact]
    public async Task Somebody_forgotten_is_nowhere_by_name_and_what_they_said_stays_readable()
    {
        var admin = await hub.As("administrator");
        await Tell();
        var discussion = (await hub.CommentWith("Named: ring")).Url;
        Assert.Contains("Tom Taylor", (await admin.Open(discussion)).Text, StringComparison.Ordinal);
        (await (await admin.Open("/records/people/staff-member/forget")).Submit(("Reason", "Own wish"), ("Confirm", "tom taylor"))).MustBe(HttpStatusCode.OK);

        var kept = await hub.CommentWith("Named: ring");
        Assert.Equal("A former member of staff", kept.AuthorLabel);
        var rows = await hub.Rows();
        Assert.DoesNotContain(rows, r => r.Contains("Tom Taylor", StringComparison.Ordinal) || r.Contains("=staff-member|", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains(RecordsHub.Tom.ToString(), StringComparison.OrdinalIgnoreCase) && !MayStay(r));
        // The number that stays under the comment is nobody's.
        Assert.DoesNotContain(rows, r => !r.StartsWith("conversation_", StringComparison.Ordinal) && r.Contains(kept.Author!.Value.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Null((await MustHold()).Broken);
        Assert.Contains(rows, r => r.StartsWith("notifications_outbox", StringComparison.Ordinal) && r.Contains("A former member of staff asks you", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("notifications_inbox", StringComparison.Ordinal) && r.Contains("A former member of staff asks you", StringComparison.Ordinal));
        Assert.DoesNotContain("Tom Taylor", (await admin.Open(discussion)).Text, StringComparison.Ordinal);
        var page = await (await hub.As("")).Open(kept.Url);
        Assert.Contains("A former member of staff", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Taylor", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordsHub.Marker, string.Join('\n', rows.Where(r => r.Contains(kept.Author!.Value.ToString(), StringComparison.OrdinalIgnoreCase))), StringComparison.Ordinal);
        (await (await hub.As("")).Post("/account/sign-in", ("persona", "staff-member"))).MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Under_what_was_signed_in_office_the_name_stays_or_goes_as_was_decided()
    {
        var card = await hub.In((services, _) => services.GetRequiredService<IStaffDirectory>().FindByUserNameAsync("head-of-hr"));

        // The names of this hub came after what they signed: it is found under them from here on.
        await hub.In((services, _) => services.GetServices<IHostCommand>().Single(c => c.Name == "rebuild-search").RunAsync([], TextWriter.Null, TextWriter.Null, TestContext.Current.CancellationToken));
        await (await (await hub.As("administrator")).Open("/records/disclosure")).Submit(("Of", $"{RecordsHub.Post}"), ("For", "FOI about Priya Patel"));
        Assert.Contains(await hub.Rows(), r => r.StartsWith("core_search", StringComparison.Ordinal) && r.Contains("_kaction", StringComparison.Ordinal) && r.Contains("By=Priya Patel", StringComparison.Ordinal));
        await Forget(card!, keeps: true);
        await Forget(card!, keeps: false);
    }

    // What others were told of him waits in the outbox and stands in their notices.
    private Task<int> Tell() => hub.In(async (services, _) =>
    {
        await services.GetRequiredService<INotify>().TellAsync(new StaffId(StableId.From("staff/head-of-hr")), new("Tom Taylor asks you", $"{new string('x', 200)} Tom Taylor asks you, says Tom Taylor.", "/", "You answer"));
        return 0;
    });

    // The directory's entry, the trail, and what says that somebody was forgotten: all under a number that is nobody's.
    private static bool MayStay(string row) => ((string[])["identity_staff:", "core_audit:", "records_", "surveys_places:"]).Any(table => row.StartsWith(table, StringComparison.Ordinal));

    private async Task Forget(StaffCard card, bool keeps)
    {
        await hub.In(async (services, db) =>
        {
            await services.GetRequiredService<Erasure>().ForgetEverywhereAsync(new(card, new StaffId(Guid.NewGuid()), keeps, hub.Clock.Now), TestContext.Current.CancellationToken);
            return 0;
        });

        var rows = await hub.Rows();
        Assert.Equal(keeps, rows.Any(r => r.StartsWith("core_search", StringComparison.Ordinal) && r.Contains("By=Priya Patel", StringComparison.Ordinal)));
        Assert.Equal(keeps, rows.Any(r => r.StartsWith("core_search", StringComparison.Ordinal) && r.Contains("patel", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(rows, r => r.StartsWith("records_", StringComparison.Ordinal) && r.Contains("Priya Patel", StringComparison.Ordinal));
        Assert.Equal(keeps, rows.Any(r => r.StartsWith("blogging_posts", StringComparison.Ordinal) && r.Contains("\"Head of HR\"", StringComparison.Ordinal)));
        Assert.Equal(keeps, rows.Any(r => r.StartsWith("identity_staff", StringComparison.Ordinal) && r.Contains("Priya Patel", StringComparison.Ordinal)));
        Assert.DoesNotContain(rows, r => r.Contains("priya.patel@department.example", StringComparison.Ordinal) && !r.StartsWith("notifications_outbox", StringComparison.Ordinal));
        Assert.Null((await MustHold()).Broken);
        var reader = await hub.As("");
        foreach (var url in (string[])["/", "/blogs/permanent-secretary", "/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr", "/promises", "/answers", $"/blogs/permanent-secretary/hosting/{RecordsHub.Period.Id}"])
        {
            (await reader.Open(url)).MustBe(HttpStatusCode.OK);
        }
    }

    private Task<AuditFinding> MustHold() => hub.In(async (services, _) =>
    {
        await services.GetServices<EngagementHub.Core.Jobs.IJob>().Single(j => j.Name == "core.seal-audit").RunAsync(hub.Clock.Now, TestContext.Current.CancellationToken);
        return await services.GetRequiredService<AuditCheck>().WalkAsync(null, TestContext.Current.CancellationToken);
    });
}
