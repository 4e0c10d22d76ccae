using EngagementHub.Conversation.Comments;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Conversation.Discussions;

/// <summary>Discussions as finished HTML, with nothing personal in it, for the pages of those who have something to do here: for a second, and no longer than until something changes that readers see or a comment comes.</summary>
internal sealed class DrawnDiscussions(Editions editions)
{
    public Kept<(SubjectRef On, DateTimeOffset Second), IHtmlContent> Drawn { get; } = new(editions, typeof(WhatReadersSee), typeof(Comment)) { Most = 16 };
}
