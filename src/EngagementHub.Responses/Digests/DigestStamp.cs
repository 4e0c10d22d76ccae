using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Responses.Digests;

/// <summary>A mark of everything a digest is made of: when it differs from the one in the form, the person has not seen what would go out.</summary>
internal static class DigestStamp
{
    /// <param name="material">What the digest would be made of now.</param>
    /// <param name="kept">The scope's digests, kept and published.</param>
    public static string Of(DigestMaterial material, IEnumerable<Digest> kept)
    {
        IEnumerable<string> parts =
        [
            .. kept.Select(Marked).Order(StringComparer.Ordinal),
            .. material.Board.Themes.Select(t => $"{Marked(t)} {t.Title}"),
            .. material.Board.Comments.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Comment.Id} {c.Comment.Standing} {c.Disposition} {string.Join(',', c.Themes)} {c.SortingVersion} {c.Comment.Html}")),
            .. material.Questions.SelectMany(q => q.Answers.Select(Marked).Order(StringComparer.Ordinal).Prepend(Marked(q))),
            .. material.Promises.Select(Marked).Order(StringComparer.Ordinal),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private static string Marked(Entity thing) => string.Create(CultureInfo.InvariantCulture, $"{thing.Id}:{thing.Version}");
}
