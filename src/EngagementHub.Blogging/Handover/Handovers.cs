using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Handover;

/// <summary>Makes handover notes from the record and knows who decides about them.</summary>
internal sealed class Handovers(HubDb db, HostingCalendar calendar, INotify notify, IStaffDirectory directory, IHandoverItems? items = null)
{
    public async Task<HandoverNote?> FindAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        await db.HandoverNotes.FirstOrDefaultAsync(n => n.PeriodId == period.Id, cancellation);

    /// <summary>The note of the period, begun in the current unit of work when there is none.</summary>
    public async Task<HandoverNote> BeginAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        await FindAsync(period, cancellation) ?? db.HandoverNotes.Add(HandoverNote.For(period)).Entity;

    /// <summary>Who decides about the items besides the blog's owner: the host of the next agreed period.</summary>
    public async Task<StaffId?> SuccessorAsync(HostingPeriod period, CancellationToken cancellation = default) => (await calendar.NextAsync(period, cancellation))?.Host;

    /// <summary>What would be left if the period ended now.</summary>
    public async Task<IReadOnlyList<HandoverItem>> OpenNowAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        items is null ? [] : await LeftOpenAsync(items, period, cancellation);

    /// <summary>Gathers what is open once the last day is over, and once more when the period has wound down. The caller saves.</summary>
    public async Task GatherAsync(Blog blog, HostingPeriod period, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var standing = await calendar.StandingAsync(period, at.DayIn(blog.Zone), cancellation);
        if (items is null || !standing.IsOver())
        {
            return;
        }

        var note = await BeginAsync(period, cancellation);
        var isNew = note.MadeAt is null;
        if (note.CompletedAt is null && note.Gather(await LeftOpenAsync(items, period, cancellation), at))
        {
            await TellAsync(blog, period, note, isNew, cancellation);
        }

        if (standing == HostingStanding.Closed)
        {
            note.Complete(at);
        }
    }

    /// <summary>Decides about one line: who held the item until now is asked of the record, and of two who decide at once the second is told who was quicker. The caller saves.</summary>
    /// <param name="line">The line.</param>
    /// <param name="decide">Takes over or declines, given who holds the item now; nothing when it was decided so before.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BrokenRuleException">It is decided or settled already.</exception>
    public async Task DecideAsync(HandoverLine line, Func<StaffId?, HandoverDecision?> decide, StaffId by, CancellationToken cancellation = default)
    {
        if (line.DecidedBy is { } other && other != by)
        {
            var name = (await directory.FindAsync(other, cancellation))?.Name ?? "Somebody else";
            throw new BrokenRuleException($"{name} {(line.IsTakenOver ? "took this over" : "declined this")} already. Nothing was changed; the note below shows it as it is now");
        }

        var item = items is null ? null : (await items.ReadAsync([line.Item], cancellation)).GetValueOrDefault(line.Item);
        if (item is { IsOpen: false })
        {
            throw new BrokenRuleException($"There is nothing left to do about “{item.Text}”. The note below shows how it stands now");
        }

        if (decide(item?.Holder) is { } decision && items is not null)
        {
            await items.DecideAsync(decision, cancellation);
        }
    }

    // Also what the host took over from those before and did not finish: it must not stay with somebody whose days are over.
    private async Task<IReadOnlyList<HandoverItem>> LeftOpenAsync(IHandoverItems items, HostingPeriod period, CancellationToken cancellation)
    {
        var (lines, earlier) = (db.HandoverLines, db.HostingPeriods.Where(p => p.BlogId == period.BlogId && p.LastDay < period.FirstDay));
        var taken = await lines.Where(l => l.DecidedBy == period.Host && l.Because == null && earlier.Any(p => p.Id == l.PeriodId)).Select(l => l.Item).Distinct().ToListAsync(cancellation);
        var carried = (await items.ReadAsync(taken, cancellation)).Values.Where(i => i.IsOpen && i.Holder == period.Host);
        return [.. await items.LeftOpenAsync(period.Subject, cancellation), .. carried.OrderBy(i => i.Kind).ThenBy(i => i.Due)];
    }

    private async Task TellAsync(Blog blog, HostingPeriod period, HandoverNote note, bool isNew, CancellationToken cancellation)
    {
        var (open, link) = (Say.Count(note.Lines.Count(l => l.DecidedAt is null), "item"), $"{Addresses.Of(blog, period)}/handover");
        var host = (await directory.FindAsync(period.Host, cancellation))?.Name ?? "The host";
        if (isNew)
        {
            var end = Say.Day(await calendar.WindsDownUntilAsync(period, cancellation));
            await notify.TellAsync(period.Host, new Notice(
                "Your handover note is made", $"Your days on {blog.Name} are over; thank you. {(note.Lines.Count == 0 ? "Nothing was left open." : $"{open} in it wait to be taken over.")} You may answer and add a few words until {end}.", link, "you were the guest host"), cancellation);
        }

        if (note.Lines.Any(l => l.DecidedAt is null))
        {
            IEnumerable<StaffId?> deciders = [await SuccessorAsync(period, cancellation), blog.Owner];
            foreach (var decider in deciders.OfType<StaffId>().Distinct().Where(d => d != period.Host))
            {
                await notify.TellAsync(decider, new Notice(
                    $"What {host} leaves to you", $"{host} hosted {blog.Name} from {period.Days}. {open} in the handover note: take each over or decline it with a reason.", link, decider == blog.Owner ? "you own the blog" : "you host next"), cancellation);
            }
        }
    }
}
