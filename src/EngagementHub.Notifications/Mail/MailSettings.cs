using EngagementHub.Core.Hosting;
using Microsoft.Extensions.Configuration;

namespace EngagementHub.Notifications.Mail;

/// <summary>Whether mail goes to the server encrypted.</summary>
internal enum StartTls
{
    /// <summary>Where the server offers it, it must work; where it does not, mail goes in the clear, and a password is not sent at all.</summary>
    WhenOffered,

    /// <summary>Without it nothing is sent.</summary>
    Required,

    /// <summary>Not even when the server offers it.</summary>
    Never,
}

/// <summary>The section <c>Notifications</c>. With a host, mail goes by SMTP; else each mail is written as a file into the folder.</summary>
internal sealed record MailSettings
{
    public string MailFrom { get; init; } = "hub@localhost";

    public string? MailFolder { get; init; }

    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; } = 587;

    /// <summary>One of <see cref="StartTls"/>; <c>true</c> and <c>false</c> are understood as Required and Never.</summary>
    public string SmtpStartTls { get; init; } = nameof(StartTls.WhenOffered);

    public string? SmtpUser { get; init; }

    public string? SmtpPassword { get; init; }

    /// <summary>How long one try may last.</summary>
    public int TrySeconds { get; init; } = 60;

    /// <summary>How long a mail waits after its first failure; each further one doubles it, to four hours at most.</summary>
    public int RetrySeconds { get; init; } = 30;

    /// <summary>The address readers use, for links in mail, as in https://hub.example.gov.uk.</summary>
    public string? SiteAddress { get; init; }

    /// <summary>What stands before local paths in mail.</summary>
    public string Site => SiteAddress?.TrimEnd('/') ?? "";

    public StartTls Tls => Understood(SmtpStartTls);

    public static MailSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("Notifications").Get<MailSettings>() ?? new();
        _ = read.Tls;
        return read is { TrySeconds: > 0, RetrySeconds: > 0 } ? read : throw new SettingException("Notifications:TrySeconds", "TrySeconds and RetrySeconds are whole seconds above nought");
    }

    private static StartTls Understood(string said) => said.ToLowerInvariant() switch
    {
        "true" or "required" => StartTls.Required,
        "false" or "never" => StartTls.Never,
        "whenoffered" => StartTls.WhenOffered,
        _ => throw new SettingException("Notifications:SmtpStartTls", $"'{said}' is none of WhenOffered, Required, Never"),
    };
}
