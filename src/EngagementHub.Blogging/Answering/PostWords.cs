using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Answering;

/// <summary>What a published post says, its standfirst and corrections included.</summary>
internal sealed class PostWords(PostCards cards, TimeProvider clock) : ITellText
{
    public bool Knows(string kind) => kind == Post.SubjectKind;

    public async Task<string?> TextAsync(SubjectRef subject, CancellationToken cancellation = default) =>
        await cards.Seen(clock.GetUtcNow()).FirstOrDefaultAsync(p => p.Id == subject.Id, cancellation) is { } post
            ? string.Join("\n\n", [post.Standfirst, .. post.Sections.Select(s => s.Markdown), .. post.Corrections.Select(c => c.Text)])
            : null;
}
