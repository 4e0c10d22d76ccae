using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Mail;

internal sealed class Mailer(IOptions<MailSettings> settings, IHostEnvironment environment)
{
    private readonly MailSettings _settings = settings.Value;

    public bool IsConfigured => _settings.SmtpHost is { Length: > 0 } || _settings.MailFolder is { Length: > 0 };

    public async Task SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        using var mail = new MailMessage(_settings.MailFrom, message.To, message.Subject, message.Text);
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@{new MailAddress(_settings.MailFrom).Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = _settings.SmtpHost is { Length: > 0 } host ? Smtp(host) : Folder();
        await client.SendMailAsync(mail, cancellation);
    }

    private SmtpClient Smtp(string host) => new(host, _settings.SmtpPort)
    {
        EnableSsl = _settings.SmtpStartTls,
        Credentials = _settings.SmtpUser is { Length: > 0 } user ? new NetworkCredential(user, _settings.SmtpPassword) : null,
    };

    private SmtpClient Folder()
    {
        var folder = Path.GetFullPath(_settings.MailFolder!, environment.ContentRootPath);
        Directory.CreateDirectory(folder);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }
}
