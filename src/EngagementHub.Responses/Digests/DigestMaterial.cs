using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;

namespace EngagementHub.Responses.Digests;

/// <summary>What a digest is made of.</summary>
/// <param name="Board">Where every comment stands.</param>
/// <param name="Questions">The scope's questions, oldest first.</param>
/// <param name="Promises">The promises made in their answers.</param>
/// <param name="People">Those who answer and promise.</param>
internal sealed record DigestMaterial(Board Board, IReadOnlyList<Question> Questions, IReadOnlyList<Promise> Promises, IReadOnlyDictionary<StaffId, StaffCard> People)
{
    public IEnumerable<Question> In(Guid theme, bool roundUp) =>
        Questions.Where(q => q.Theme == theme && (roundUp || q.Ready is not null || q.Current is null or { State: AnswerState.Outstanding }));

    public string NameOf(StaffId who) => People.GetValueOrDefault(who)?.Name ?? "a former member of staff";
}
