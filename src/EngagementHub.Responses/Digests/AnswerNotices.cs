using EngagementHub.Conversation;
using EngagementHub.Responses.Questions;

namespace EngagementHub.Responses.Digests;

/// <summary>Tells those who commented by name that what they asked is answered: one notice a person, however many questions a digest answers.</summary>
internal sealed class AnswerNotices(INotify notify)
{
    private const int MostNamed = 5;

    public async Task TellAsync(IEnumerable<ReceivedComment> received, IEnumerable<Question> questions, string url, StaffId by)
    {
        var authors = received.Where(c => c is { Author: not null, Standing: CommentStanding.Published }).ToDictionary(c => c.Id, c => c.Author!.Value);
        var answered = questions
            .SelectMany(q => q.Comments.Where(authors.ContainsKey).Select(c => (Who: authors[c], q.Wording))).Distinct();
        foreach (var person in answered.GroupBy(a => a.Who, a => a.Wording).Where(p => p.Key != by))
        {
            await notify.TellAsync(person.Key, NoticeOf([.. person], url));
        }
    }

    private static Notice NoticeOf(IReadOnlyList<string> questions, string url) => new(
        questions.Count == 1 ? "What you asked about is answered" : $"{questions.Count} questions you asked about are answered",
        string.Join(" ", questions.Take(MostNamed).Select(q => $"\"{q}\"")) + (questions.Count > MostNamed ? $" and {questions.Count - MostNamed} more" : ""),
        url, "You commented by name")
    { Kind = ResponsesModule.AnswerNews };
}
