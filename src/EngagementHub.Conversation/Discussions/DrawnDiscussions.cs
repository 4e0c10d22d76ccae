using EngagementHub.Conversation.Comments;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Conversation.Discussions;

/// <summary>Discussions as finished HTML, with nothing personal in it, for the pages of those who have something to do here: for a second, and no longer than until something changes that readers see or a comment comes.</summary>
/// <param name="editions">Say when something has changed.</param>
/// <param name="fresh">How long one is kept when nothing changes; a second unless said.</param>
internal sealed class DrawnDiscussions(Editions editions, TimeSpan? fresh = null)
{
    public Kept<(SubjectRef On, DateTimeOffset Second), IHtmlContent> Drawn { get; } = new(editions, typeof(WhatReadersSee), typeof(Comment)) { Most = 16, Fresh = fresh ?? TimeSpan.FromSeconds(1) };
}
