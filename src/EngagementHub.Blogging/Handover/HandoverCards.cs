using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;

namespace EngagementHub.Blogging.Handover;

/// <summary>A line of a handover note as it is shown: what was left, what was decided, and how it stands now.</summary>
internal sealed record HandoverRow(HandoverLine Line, HandoverItem? Item, string Holder, string? DecidedBy)
{
    /// <summary>Who has it now, when that is somebody else than at the end of the period.</summary>
    public string? HolderNow { get; init; }

    public string Text => Item?.Text ?? "No longer there";

    /// <summary>When it was decided, where that has happened by the time of the page.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public bool IsTakenOver => DecidedAt is not null && Line.IsTakenOver;

    /// <summary>Why it was declined; nothing when it was not.</summary>
    public string? Because => DecidedAt is null ? null : Line.Because;

    public bool Waits => DecidedAt is null && Item is { IsOpen: true };
}

/// <summary>A handover note as readers see it.</summary>
internal sealed record HandoverCard(HandoverNote? Note, IReadOnlyList<HandoverRow> Rows, IReadOnlyList<HandoverTheme> Themes, string? WordsBy)
{
    public IReadOnlyList<HandoverRow> Questions => [.. Rows.Where(r => r.Line.Kind == HandoverKind.Question)];

    public IReadOnlyList<HandoverRow> Promises => [.. Rows.Where(r => r.Line.Kind == HandoverKind.Promise)];

    public int Waiting => Rows.Count(r => r.Waits);

    /// <summary>The zone in which its days are told.</summary>
    public required string Zone { get; init; }

    /// <summary>Where the forms of the page lead when the reader decides; nothing for everybody else.</summary>
    public string? DecideAt { get; init; }
}

/// <summary>Writes handover notes out with the names and the state of today.</summary>
internal sealed class HandoverCards(Handovers handovers, IStaffDirectory directory, IHandoverItems? items = null)
{
    public async Task<HandoverCard> OfAsync(Blog blog, HostingPeriod period, DateTimeOffset now, CancellationToken cancellation = default)
    {
        // On a clock that was moved back, as in the demonstration, what was made later is not there yet.
        var note = await handovers.FindAsync(period, cancellation) is { } found && !(found.MadeAt > now) ? found : null;
        var lines = note?.Lines.OrderBy(l => l.Place).ToList() ?? [];
        IReadOnlyDictionary<SubjectRef, HandoverItem> standing = items is null ? new Dictionary<SubjectRef, HandoverItem>() : await items.ReadAsync([.. lines.Select(l => l.Item)], cancellation);
        IEnumerable<StaffId?> people = [.. lines.Select(l => l.Holder), .. lines.Select(l => l.DecidedBy), .. standing.Values.Select(i => i.Holder), note?.WordsBy];
        var cards = await directory.CardsAsync(people.OfType<StaffId>().Distinct(), cancellation);
        return new(
            note,
            [.. lines.Select(Row)],
            items is null || note?.MadeAt is null ? [] : await items.ThemesAsync(period.Subject, cancellation),
            NameOf(note?.WordsBy))
        {
            Zone = blog.Zone,
        };

        HandoverRow Row(HandoverLine line)
        {
            var (item, isLater) = (standing.GetValueOrDefault(line.Item), line.DecidedAt > now);
            return new(line, item, NameOf(line.Holder) ?? "nobody yet", isLater ? null : NameOf(line.DecidedBy))
            {
                DecidedAt = isLater ? null : line.DecidedAt,
                HolderNow = !isLater && item?.Holder is { } current && current != line.Holder ? NameOf(current) : null,
            };
        }

        string? NameOf(StaffId? person) => person is { } who ? cards.GetValueOrDefault(who)?.Name ?? "somebody who has left" : null;
    }
}
