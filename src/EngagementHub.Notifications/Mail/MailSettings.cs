namespace EngagementHub.Notifications.Mail;

/// <summary>The section <c>Notifications</c>. With a host, mail goes by SMTP; else each mail is written as a file into the folder.</summary>
internal sealed record MailSettings
{
    public string MailFrom { get; init; } = "hub@localhost";

    public string? MailFolder { get; init; }

    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; } = 587;

    public bool SmtpStartTls { get; init; } = true;

    public string? SmtpUser { get; init; }

    public string? SmtpPassword { get; init; }

    /// <summary>The address readers use, for links in mail, as in https://hub.example.gov.uk.</summary>
    public string? SiteAddress { get; init; }

    /// <summary>What stands before local paths in mail.</summary>
    public string Site => SiteAddress?.TrimEnd('/') ?? "";
}
