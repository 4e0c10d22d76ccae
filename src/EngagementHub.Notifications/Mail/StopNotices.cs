using System.Security.Cryptography;
using EngagementHub.Notifications.Preferences;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Mail;

/// <summary>The address in a notice's mail that stops mail of its kind by one click (RFC 8058). It holds person and kind, sealed with the hub's own keys, and can do this one thing.</summary>
internal sealed class StopNotices(IDataProtectionProvider keys, IOptions<MailSettings> settings)
{
    /// <summary>All kinds at once, for a letter of the day.</summary>
    public const string AllKinds = "*";

    private readonly IDataProtector _seal = keys.CreateProtector("notifications.stop");

    public IReadOnlyList<KeyValuePair<string, string>> HeadersFor(StaffId person, string kind) =>
    [
        new("List-Unsubscribe", $"<{settings.Value.Site}/mail/notices/{_seal.Protect($"{person}/{kind}")}>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];

    public (StaffId Person, string Kind)? Read(string token)
    {
        try
        {
            return _seal.Unprotect(token).Split('/', 2) is [var id, var kind] && Guid.TryParse(id, out var person) ? (new StaffId(person), kind) : null;
        }
        catch (CryptographicException)
        {
            // Cut off, made up, or of keys that are gone.
            return null;
        }
    }

    public static void Stop(Preference preference, string kind, IEnumerable<NoticeKind> kinds) => preference.Choose(
        kinds.ToDictionary(k => k.Name, k => kind == AllKinds || k.Name == kind ? Delivery.OnSite : preference.For(k.Name)), preference.Hour);
}
