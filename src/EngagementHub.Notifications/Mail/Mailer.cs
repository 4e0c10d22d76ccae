using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Mail;

internal sealed class Mailer(IOptions<MailSettings> settings, IHostEnvironment environment)
{
    private readonly MailSettings _settings = settings.Value;

    public bool IsConfigured => _settings.SmtpHost is { Length: > 0 } || _settings.MailFolder is { Length: > 0 };

    public async Task SendAsync(Guid id, Letter letter, CancellationToken cancellation)
    {
        using var mail = Compose(id, letter);
        using var client = _settings.SmtpHost is { Length: > 0 } host ? Smtp(host, await IsEncryptedAsync(host, cancellation)) : Folder();
        await client.SendMailAsync(mail, cancellation);
    }

    private MailMessage Compose(Guid id, Letter letter)
    {
        var mail = new MailMessage(_settings.MailFrom, letter.To)
        {
            Subject = letter.Subject.OnOneLine(),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{id:N}@{new MailAddress(_settings.MailFrom).Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var (name, value) in letter.Headers)
        {
            mail.Headers.Add(name, value.OnOneLine());
        }

        AddWords(mail, letter);
        return mail;
    }

    // Two views and no body give multipart/alternative, the plainest first as RFC 2046 asks.
    private static void AddWords(MailMessage mail, Letter letter)
    {
        if (letter.Html is null)
        {
            mail.Body = letter.Text;
            return;
        }

        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
    }

    // Asked before each mail: a server that offers encryption must not be talked out of it for longer than one.
    private async Task<bool> IsEncryptedAsync(string host, CancellationToken cancellation) => _settings.Tls switch
    {
        StartTls.Required => true,
        StartTls.Never => false,
        _ => await Offer.HasStartTlsAsync(host, _settings.SmtpPort, cancellation) || (_settings.SmtpUser is not { Length: > 0 } ? false
            : throw new IOException("The mail server offers no STARTTLS, and a password is not sent in the clear. Set Notifications:SmtpStartTls to Never to send it all the same")),
    };

    private SmtpClient Smtp(string host, bool isEncrypted) => new(host, _settings.SmtpPort)
    {
        EnableSsl = isEncrypted,
        Credentials = _settings.SmtpUser is { Length: > 0 } user ? new NetworkCredential(user, _settings.SmtpPassword) : null,
    };

    private SmtpClient Folder()
    {
        var folder = Path.GetFullPath(_settings.MailFolder!, environment.ContentRootPath);
        Directory.CreateDirectory(folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }
}
