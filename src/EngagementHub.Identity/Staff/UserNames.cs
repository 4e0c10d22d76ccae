using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Staff;

/// <summary>Short names for addresses, from the person's name: an e-mail address has no place in one.</summary>
internal static class UserNames
{
    public static async Task<string> FreeAsync(HubDb db, string name, CancellationToken cancellation)
    {
        var slug = Slug(name);
        var taken = (await db.Staff.Where(s => s.UserName == slug || s.UserName.StartsWith(slug + "-")).Select(s => s.UserName).ToListAsync(cancellation)).ToHashSet();
        // An address of a page of ours is nobody's name.
        taken.Add("invite");
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{slug}-{n}").First(n => !taken.Contains(n)) : slug;
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var cut = slug.ToString(0, Math.Min(slug.Length, 60)).Trim('-');
        return cut.Length > 0 ? cut : "colleague";
    }
}
