using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>What a moderator fills in to find a comment again, whatever became of it.</summary>
internal sealed record LookUp(string? Link, Guid? Post, int? Number, IReadOnlyList<SelectListItem> Posts)
{
    private const int Most = 500;

    public static async Task<LookUp> LoadAsync(HubDb db, string? link = null, Guid? post = null, int? number = null)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        var posts = await discussions.OrderByDescending(d => d.OpensOn).ThenBy(d => d.Title).Take(Most).Select(d => new { d.Title, d.Id }).ToListAsync();
        return new LookUp(link, post, number, [.. posts.Select(p => new SelectListItem(p.Title, $"{p.Id}", p.Id == post))]);
    }
}
