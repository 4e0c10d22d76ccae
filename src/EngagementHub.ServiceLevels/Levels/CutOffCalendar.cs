using System.Globalization;

namespace EngagementHub.ServiceLevels.Levels;

/// <summary>Dates on which something happens, such as pay days, and until when something must be received to be in time for each.</summary>
internal sealed class CutOffCalendar : Entity
{
    private const string Form = "yyyy-MM-dd HH:mm";
    private readonly List<DatedCutOff> _turns = [];

    private CutOffCalendar(Guid id, string slug, string zone) : base(id) => (Slug, Zone) = (slug, zone);

    public string Slug { get; private set; }

    public string Name { get; private set; } = "";

    public string Zone { get; private set; }

    /// <summary>Raised by every change, so that clocks counted by an older state are counted again.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<DatedCutOff> Turns => [.. _turns.OrderBy(turn => turn.ReceivedBy)];

    public static CutOffCalendar Keep(string slug, string name, string zone, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), Catalogue.SlugText.Checked(slug, nameof(Slug)), zone) { Name = string.IsNullOrWhiteSpace(name) ? slug : name.Trim() };

    /// <summary>Adds a turn. One that is known stays as it is: what was judged by it was judged by it.</summary>
    public void Add(DatedCutOff turn, Act act)
    {
        if (_turns.Contains(turn))
        {
            return;
        }

        if (turn.DueBy < turn.ReceivedBy || _turns.Exists(known => known.ReceivedBy == turn.ReceivedBy || known.DueBy == turn.DueBy))
        {
            throw new BrokenRuleException($"The cut-off {turn} must come before its day, and each cut-off and each day stands once", nameof(Turns));
        }

        _turns.Add(turn);
        Changes++;
        Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.CutOffs, Id), "cut-offs.added", act.By, act.At, $"{Name}: {turn}"));
    }

    public CutOffs ToCutOffs() => new(_turns.Select(turn => new CutOff(Instant(turn.ReceivedBy), Instant(turn.DueBy))));

    /// <summary>Reads a line such as "2007-04-10 12:00 = 2007-04-27 17:00".</summary>
    public static DatedCutOff Parse(string line) =>
        line.Split('=', StringSplitOptions.TrimEntries) is [var by, var due]
        && DateTime.TryParseExact(by, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var receivedBy)
        && DateTime.TryParseExact(due, [Form, "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueBy)
            ? new DatedCutOff(receivedBy, due.Length == 10 ? dueBy.AddDays(1).AddMinutes(-1) : dueBy)
            : throw new BrokenRuleException($"Write \"{line}\" as the cut-off and the day it is for, for example 2007-04-10 12:00 = 2007-04-27", nameof(Turns));

    private DateTimeOffset Instant(DateTime local)
    {
        var zone = LocalTime.Zone(Zone);
        return zone.IsInvalidTime(local) ? Instant(local.AddMinutes(30)) : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>Local times: what is received up to the first is due by the second.</summary>
internal sealed record DatedCutOff(DateTime ReceivedBy, DateTime DueBy)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReceivedBy:yyyy-MM-dd HH:mm} = {DueBy:yyyy-MM-dd HH:mm}");
}
