using System.Net.Mail;
using System.Net.Sockets;

namespace EngagementHub.Notifications.Mail;

/// <summary>What a failed try says about the address, and about the server.</summary>
internal static class Refusals
{
    /// <summary>The server refused the address itself for good. A refusal of ours (not allowed to relay, a rule about senders: 5.7) is the operator's matter and stops nobody's mail.</summary>
    public static bool IsOfAddress(Exception e) =>
        e is SmtpFailedRecipientException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath }
        && !e.Message.Contains(" 5.7.", StringComparison.Ordinal) && !e.Message.Contains("relay", StringComparison.OrdinalIgnoreCase);

    /// <summary>The server is away, hangs or takes nothing: the next mail would fare no better, so it is left untried.</summary>
    public static bool IsOfServer(Exception e, bool tookTooLong) => tookTooLong
        || e is SocketException or IOException
        || (e is SmtpException { StatusCode: SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ServiceClosingTransmissionChannel or SmtpStatusCode.MustIssueStartTlsFirst } and not SmtpFailedRecipientException);
}
