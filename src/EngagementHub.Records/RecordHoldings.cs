using EngagementHub.Records.Disclosure;
using EngagementHub.Records.People;
using EngagementHub.Records.Retention;

namespace EngagementHub.Records;

/// <summary>Who released, forgot and decided what.</summary>
internal sealed class RecordHoldings : IHoldPeople
{
    private const string Accountable = "Who released what, and why something was struck, stays answerable; it is kept under a number.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<DisclosurePack>("Releases that you prepared", p => x => x.By == p.Id).Stays(Accountable),
        HeldRecord.Among<DisclosurePack>("Releases whose title names you", (pack, p) => $"{pack.Title}\n{pack.WordsThatStay}".Contains(p.Name, StringComparison.OrdinalIgnoreCase))
            .Unnamed("What was released stays answerable, without the name.", (pack, f) => pack.Unname(f.Card.Name)),
        HeldRecord.Of<HandMark>("Marks that you made for a release", p => m => m.By == p.Id).Stays(Accountable),
        HeldRecord.Of<HandMark>("Marks that strike your name in a release", p => m => m.Person == p.Id).Stays("It keeps what they signed struck when the release is made again. Where others wrote the name, only a mark of the words finds it from then on."),
        HeldRecord.Of<Release>("Releases that you made", p => r => r.By == p.Id).Stays(Accountable),
        HeldRecord.Of<PersonTold>("That you were given, or gave somebody, what is kept about them", p => t => t.By == p.Id || t.Person == p.Id).Stays(Accountable),
        HeldRecord.Of<Forgotten>("People whom you forgot, or that you were forgotten", p => f => f.By == p.Id || f.Person == p.Id).Stays(Accountable),
        HeldRecord.Of<RetentionChoice>("Times of keeping that you chose", p => c => c.By == p.Id).Stays(Accountable),
    ];
}
