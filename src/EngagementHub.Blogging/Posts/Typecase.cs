using EngagementHub.Core.Text;
using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.Blogging.Posts;

/// <summary>Texts already set, found by their very words: what was withdrawn or rewritten is never asked for again, so it can never be shown.</summary>
internal sealed class Typecase : IDisposable
{
    private const int Characters = 16_000_000;

    private readonly MemoryCache _set = new(new MemoryCacheOptions { SizeLimit = Characters });

    public string Set(string markdown)
    {
        if (_set.TryGetValue(markdown, out string? html))
        {
            return html!;
        }

        html = PostText.ToHtml(markdown);
        return _set.Set(markdown, html, new MemoryCacheEntryOptions { Size = markdown.Length + html.Length, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    public void Dispose() => _set.Dispose();
}
