using System.Security.Cryptography;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Answers;

/// <summary>Answers that share a transaction. Behind it only two things are left, which nothing ties together: who has answered, and the sums of their groups.</summary>
internal sealed class Delivery
{
    private readonly HubDb _db;
    private readonly DateOnly _today;
    private readonly Dictionary<Guid, Survey> _surveys;
    private readonly Dictionary<(Guid Survey, StaffId Who), Place> _places = [];
    private readonly Dictionary<(Guid Survey, Cut Cut, string Group), Tally> _tallies = [];
    private readonly HashSet<(Guid Survey, StaffId Who)> _taken = [];
    private readonly HashSet<Tally> _counted = [];
    private readonly List<TextAnswer> _words = [];

    private Delivery(HubDb db, Dictionary<Guid, Survey> surveys, DateOnly today) => (_db, _surveys, _today) = (db, surveys, today);

    public static async Task<Delivery> PrepareAsync(HubDb db, IReadOnlyList<(StaffId Who, Ballot Ballot)> sent, DateOnly today)
    {
        List<Guid> ids = [.. sent.Select(s => s.Ballot.SurveyId).Distinct().Order()];
        await HoldAsync(db, ids);
        var delivery = new Delivery(db, await db.Surveys.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id), today);
        foreach (var id in ids)
        {
            await delivery.LoadAsync(id, [.. sent.Where(s => s.Ballot.SurveyId == id).Select(s => s.Who)]);
        }

        return delivery;
    }

    /// <summary>Takes an answer in, and gives what its sender is told once everything is durable.</summary>
    public Func<bool> Take(StaffId who, Ballot ballot)
    {
        if (WhyNot(who, ballot) is { } why)
        {
            return () => throw new BrokenRuleException(why);
        }

        var place = _places[(ballot.SurveyId, who)];
        Count(Tallied(ballot.SurveyId, Cut.Unit, place.Unit), ballot.Marks);
        Count(Tallied(ballot.SurveyId, Cut.Grade, place.Grade), ballot.Marks);
        _words.AddRange(ballot.Words.Select(w => TextAnswer.Write(ballot.SurveyId, w.Item, w.Text, w.Found)));
        _taken.Add((ballot.SurveyId, who));
        return () => true;
    }

    /// <summary>Writes it all, past what the unit of work follows: sums and places that it has read before are old then.</summary>
    public async Task SaveAsync()
    {
        var words = _words.ToArray();
        RandomNumberGenerator.Shuffle<TextAnswer>(words);
        Array.ForEach(words, _db.AddNew);
        await _db.SaveManyAsync();
        await _db.WriteSumsAsync(_counted);
        foreach (var taken in _taken.GroupBy(t => t.Survey, t => t.Who))
        {
            var (id, people) = (taken.Key, taken.ToList());
            await _db.Places.Where(p => p.SurveyId == id && EF.Parameter(people).Contains(p.Who)).ExecuteUpdateAsync(set => set.SetProperty(p => p.HasAnswered, true));
            if (!_surveys[id].HasAnswers)
            {
                await _db.Surveys.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.HasAnswers, true).SetProperty(s => s.Version, s => s.Version + 1));
            }
        }
    }

    // Holds the rows until the end, always in the same order: two nodes that add to the same sums come one after the other.
    private static async Task HoldAsync(HubDb db, List<Guid> surveys)
    {
        foreach (var id in db.Database.IsNpgsql() ? surveys : [])
        {
            await db.Surveys.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.HasAnswers, s => s.HasAnswers));
        }
    }

    private async Task LoadAsync(Guid id, List<StaffId> people)
    {
        // One parameter for all: with one each the statement is made anew for each number of people.
        var places = await _db.Places.AsNoTracking().Where(p => p.SurveyId == id && EF.Parameter(people).Contains(p.Who)).ToListAsync();
        places.ForEach(p => _places[(id, p.Who)] = p);
        List<string> units = [Tally.Rest, .. places.Select(p => p.Unit).Distinct()], grades = [Tally.Rest, .. places.Select(p => p.Grade).Distinct()];
        var tallies = await _db.Tallies.AsNoTracking().Where(t => t.SurveyId == id && ((t.Cut == Cut.Unit && EF.Parameter(units).Contains(t.Group)) || (t.Cut == Cut.Grade && EF.Parameter(grades).Contains(t.Group)))).ToListAsync();
        tallies.ForEach(t => _tallies[(id, t.Cut, t.Group)] = t);
    }

    private string? WhyNot(StaffId who, Ballot ballot) =>
        _surveys.GetValueOrDefault(ballot.SurveyId) is not { } survey ? "This pulse check is not there any more"
        : survey.WhyShut(_today) is { } shut ? $"{shut}. Your answers were not stored"
        : !ballot.Answers(survey) ? "This pulse check was changed a moment ago. Your answers were not stored: look at its questions again"
        : _places.GetValueOrDefault((survey.Id, who)) is not { } place ? "You are not among the people this pulse check asks"
        : place.HasAnswered || _taken.Contains((survey.Id, who)) ? "You have answered this pulse check already. What you sent first counts, and nobody can find it again to change it"
        : null;

    private void Count(Tally tally, IReadOnlyList<int> marks)
    {
        tally.Count(marks);
        _counted.Add(tally);
    }

    // A unit or grade in which too few are asked has no sums of its own.
    private Tally Tallied(Guid survey, Cut cut, string group) => _tallies.GetValueOrDefault((survey, cut, group)) ?? _tallies[(survey, cut, Tally.Rest)];
}
