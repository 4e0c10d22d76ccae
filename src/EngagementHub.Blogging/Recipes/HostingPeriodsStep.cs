using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Recipes;

/// <summary><c>{ "name": "HostingPeriods", "HostingPeriods": [{ "HostingPeriodId": "…", "Blog": "…", "Host": "…", "FirstDay": "…", "LastDay": "…", … }] }</c>: periods as they happened; nobody is told.</summary>
internal sealed class HostingPeriodsStep(HubDb db, IStaffDirectory directory, HostingCalendar calendar) : IRecipeStep
{
    public string Name => "HostingPeriods";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["HostingPeriods"].Items())
        {
            var blog = await db.Blogs.FindAsync([item["Blog"].Id()], cancellation)
                ?? throw item["Blog"].Refuse($"there is no blog '{item["Blog"].Text()}'; its item of type Blog must come before");
            try
            {
                var record = await RecordAsync(item, blog, cancellation);
                record.Invitation.CheckReach(step.At.DayIn(blog.Zone));
                await RecallAsync(item, blog, record, cancellation);
            }
            catch (BrokenRuleException broken)
            {
                throw item.Refuse(broken.Message);
            }
        }
    }

    private async Task RecallAsync(RecipeNode item, Blog blog, HostingRecord record, CancellationToken cancellation)
    {
        var period = HostingPeriod.Recall(item["HostingPeriodId"].Id(), blog, record);

        // What is there already is left as it is: people may have changed it since, and a recipe does not rewrite history.
        if (await db.HostingPeriods.FindAsync([period.Id], cancellation) is not null)
        {
            return;
        }

        db.HostingPeriods.Add(period);
        if (period.IsAgreed)
        {
            await calendar.RequireFreeAsync(blog, period, period.LastDay, cancellation);
            var other = db.HostingPeriods.Local.FirstOrDefault(p => p != period && p.BlogId == blog.Id && p.IsAgreed && p.Overlaps(period.FirstDay, period.LastDay));
            if (other is not null)
            {
                throw item.Refuse($"these days overlap the period of {other.Days}");
            }
        }
    }

    private async Task<HostingRecord> RecordAsync(RecipeNode item, Blog blog, CancellationToken cancellation)
    {
        var host = await directory.PersonAsync(item["Host"], cancellation);
        StaffId? standIn = item.Find("StandIn") is { } name ? (await directory.PersonAsync(name, cancellation)).Id : null;
        var invitation = new Invitation(host.Id, item["FirstDay"].Day(), item["LastDay"].Day(), standIn, item.TextOr("Brief", ""));
        var invitedBy = item.Find("InvitedBy") is { } inviter ? (await directory.PersonAsync(inviter, cancellation)).Id : blog.Owner;
        return new(invitation, invitedBy, item.Find("InvitedUtc")?.Instant() ?? invitation.FirstDay.AddDays(-7).StartIn(blog.Zone))
        {
            AcceptedAt = item.Find("AcceptedUtc")?.Instant(),
            DeclinedAt = item.Find("DeclinedUtc")?.Instant(),
            WithdrawnAt = item.Find("WithdrawnUtc")?.Instant(),
            Reason = item.Find("Reason")?.Text(),
            Window = new(item.Find("AskBy")?.Day(), item.Find("AnswerBy")?.Day()),
            CoResponders = await CoRespondersAsync(item, cancellation),
            Changes = await ChangesAsync(item, cancellation),
        };
    }

    private async Task<IReadOnlyList<CoResponder>> CoRespondersAsync(RecipeNode item, CancellationToken cancellation)
    {
        List<CoResponder> responders = [];
        foreach (var responder in item.ItemsOf("CoResponders"))
        {
            var card = await directory.PersonAsync(responder["Person"], cancellation);
            responders.Add(new CoResponder(card.Id, responder.TextOr("Title", card.Title)).Checked());
        }

        return responders;
    }

    private async Task<IReadOnlyList<LastDayChange>> ChangesAsync(RecipeNode item, CancellationToken cancellation)
    {
        List<LastDayChange> changes = [];
        foreach (var change in item.ItemsOf("Changes"))
        {
            var by = await directory.PersonAsync(change["By"], cancellation);
            changes.Add(new(change["FromLastDay"].Day(), change["ToLastDay"].Day(), by.Id, change["AtUtc"].Instant(), change["Reason"].Text()));
        }

        return changes;
    }
}
