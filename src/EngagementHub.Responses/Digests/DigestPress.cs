using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Digests;

/// <summary>Publishes a digest: the post, all answers that are ready and the promises in them, in one unit of work.</summary>
internal sealed class DigestPress(HubDb db, IPublishDigest blog, IStaffDirectory directory, AnswerPress answers, AnswerNotices answered)
{
    public async Task<DigestMaterial> GatherAsync(SubjectRef scope, Board board)
    {
        var questions = (await db.Questions.Where(q => q.Scope == scope).ToListAsync()).OrderBy(q => q.AskedAt).ToList();
        var promises = await db.Promises.Where(p => p.Scope == scope && p.MadeOn != scope).ToListAsync();
        var people = questions.SelectMany(q => q.Answers.Select(a => a.By)).Concat(questions.Select(q => q.Responder).OfType<StaffId>()).Concat(promises.Select(p => p.Owner));
        return new DigestMaterial(board, questions, promises, await directory.CardsAsync(people.Distinct()));
    }

    public async Task PublishAsync(Digest digest, DigestMaterial material, StaffId by, (DateTimeOffset At, DateOnly Today) when)
    {
        Digest.RefuseUnlessComplete(material.Board);
        var sections = new DigestText(material, by).Write(digest.IsRoundUp, digest.Opening, digest.Quotes);
        var post = new DigestPost(digest.Scope, digest.IsRoundUp ? "round-up" : "digest", digest.Title, digest.Standfirst, sections, digest.Comments);
        var published = await blog.PublishAsync(post, by, when.At);
        digest.Publish(material.Board, published, by, when.At);
        var ready = material.Questions.Where(q => q.Ready is not null).ToList();
        await answered.TellAsync(material.Board.Comments.Select(c => c.Comment), ready, published.Url, by);
        foreach (var question in ready)
        {
            await answers.PublishAsync(question, material.Promises, by, when);
        }
    }
}
