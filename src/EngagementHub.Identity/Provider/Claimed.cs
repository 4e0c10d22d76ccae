using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EngagementHub.Identity.Provider;

/// <summary>What the provider says of the person, cut to what is kept.</summary>
/// <param name="Issuer">With the subject, who it is; neither a name nor an address is.</param>
/// <param name="Subject">The provider's own name for the person.</param>
/// <param name="ObjectId">Entra ID's name for the person across applications.</param>
/// <param name="Name">For readers.</param>
/// <param name="Title">The post held; nothing when the provider does not say.</param>
/// <param name="Mail">Where mail goes; nothing when there is none, or the provider says that it is not verified.</param>
/// <param name="MailIsVerified">Whether the provider says that it is theirs.</param>
/// <param name="Roles">The values of app roles and groups.</param>
/// <param name="Proof">How they showed it.</param>
internal sealed record Claimed(string Issuer, string Subject, string? ObjectId, string? Name, string? Title, string? Mail, bool MailIsVerified, IReadOnlyList<string> Roles, Sessions.Proof Proof)
{
    public static Claimed From(JsonElement token, JsonElement userInfo, SignInSettings settings)
    {
        var (issuer, subject) = (token.Text("iss")!, token.Text("sub")!);
        // The name of the session is used as it is or not at all.
        var session = token.Text("sid") is { Length: <= 255 } sid ? sid : null;
        var mailFrom = token.Text("email") is null ? userInfo : token;
        var mail = Clean(mailFrom.Text("email"), 254) is { } address && address.Count(c => c == '@') == 1 && !address.Contains(' ', StringComparison.Ordinal) ? address : null;
        var verified = mail is not null && mailFrom.IsTrue("email_verified");
        return new Claimed(
            issuer, subject, token.Text("oid"),
            Clean(token.Text("name") ?? userInfo.Text("name"), 200), Clean(token.Text("title") ?? userInfo.Text("title"), 200),
            verified || !mailFrom.TryGetProperty("email_verified", out _) ? mail : null, verified,
            [.. settings.RoleClaims.SelectMany(c => token.Texts(c).Concat(userInfo.Texts(c))).Distinct()],
            new Sessions.Proof(token.Instant("auth_time"), issuer, session));
    }

    /// <summary>On one line, without characters that cannot be seen or that turn the direction of writing, and no longer than is kept.</summary>
    internal static string? Clean(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }

        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(4 * most))
        {
            var space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (space ? clean.Length > 0 && clean[^1] != ' ' : Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                var next = space ? " " : rune.ToString();
                if (clean.Length + next.Length > most)
                {
                    break;
                }

                clean.Append(next);
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } left ? left : null;
    }
}
