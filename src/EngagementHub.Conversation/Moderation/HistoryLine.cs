using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>One thing that was done about a comment: when, by whom, what, and in which words. For moderators.</summary>
internal sealed record HistoryLine(string When, DateTimeOffset Order, string Who, string What, string Words)
{
    public static async Task<IReadOnlyList<HistoryLine>> LoadAsync(HubDb db, IStaffDirectory directory, OpenCase opened, IReadOnlyList<Consultation> consultations)
    {
        var id = opened.Comment.Id;
        var flags = await db.Flags.AsNoTracking().Where(f => f.CommentId == id).ToListAsync();
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.CommentId == id).ToListAsync();
        var people = await directory.CardsAsync(opened.Comment.Decisions.Select(d => d.By)
            .Concat(consultations.SelectMany(c => (StaffId[])[c.By, c.Of])).Concat(flags.Select(f => f.By)).Concat(appeals.Select(a => a.DecidedBy).OfType<StaffId>()).Distinct());
        var told = new Teller(opened, people);
        return [.. opened.Comment.Decisions.Select(told.Of).Concat(consultations.SelectMany(told.Of)).Concat(flags.Select(told.Of)).Concat(appeals.SelectMany(told.Of)).OrderBy(l => l.Order)];
    }

    private sealed class Teller(OpenCase opened, IReadOnlyDictionary<StaffId, StaffCard> people)
    {
        private string Zone => opened.Discussion.Zone;

        public HistoryLine Of(Decision decision) => Line(decision.At, Name(decision.By), Overtaken.Word(decision.Kind), Words(decision));

        public IEnumerable<HistoryLine> Of(Consultation c)
        {
            yield return Line(c.At, Name(c.By), c.Kind == ConsultationKind.HandedOn ? $"handed it on to {Name(c.Of)}" : $"asked {Name(c.Of)} for an opinion", c.Words);
            if (c.AnsweredAt is { } answered)
            {
                yield return Line(answered, Name(c.Of), "gave an opinion", c.Answer!);
            }
        }

        public HistoryLine Of(Flag flag) => Line(flag.At, Name(flag.By), "flagged it (the writer does not see who)", flag.Reason);

        public IEnumerable<HistoryLine> Of(Appeal appeal)
        {
            yield return new HistoryLine(Say.ShortDay(appeal.Day), appeal.Day.StartIn(Zone).AddDays(1).AddTicks(-1), "The writer", "appealed", appeal.Words);
            if (appeal is { DecidedAt: { } at, DecidedBy: { } by })
            {
                yield return Line(at, Name(by), appeal.Outcome == AppealOutcome.Upheld ? "upheld the appeal" : "dismissed the appeal", appeal.Reason!);
            }
        }

        private string Words(Decision decision) => string.Join(" ", new[]
        {
            decision.Clause is { } clause ? $"Clause {opened.Code.Clause(clause).Heading} (version {opened.Code.Name})." : "",
            decision.Reason,
            decision.Suggestion is { } wording ? $"Suggested: “{wording}”" : "",
        }.Where(w => w.Length > 0));

        private HistoryLine Line(DateTimeOffset at, string who, string what, string words) => new($"{Say.ShortDay(at.DayIn(Zone))}, {Say.Time(at, Zone)}", at, who, what, words);

        private string Name(StaffId who) => people.TryGetValue(who, out var card) ? card.Name : "Somebody who has left";
    }
}
