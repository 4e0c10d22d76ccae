using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EngagementHub.Tests.Notifications;

/// <summary>A mail server on loopback that writes down every line it is told and answers as a test wishes.</summary>
internal sealed class MailDesk : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ConcurrentQueue<string> _mails = new();

    public MailDesk()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every command, without the mails.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    /// <summary>Every mail that was taken, with its headers.</summary>
    public IReadOnlyList<SentMail> Mails => [.. _mails.Select(SentMail.Read)];

    /// <summary>What is answered to a recipient; nothing for a welcome.</summary>
    public Func<string, string?> ToRecipient { get; set; } = _ => null;

    /// <summary>What is offered after EHLO, beside the name.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["AUTH LOGIN", "8BITMIME"];

    /// <summary>Said instead of the greeting, before the line is closed; nothing for a greeting.</summary>
    public string? TurnsAway { get; set; }

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await TalkAsync(reader, writer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        try
        {
            await writer.WriteLineAsync(TurnsAway ?? "220 desk.test");
            while (TurnsAway is null && await reader.ReadLineAsync() is { } line)
            {
                _told.Enqueue(line);
                await writer.WriteLineAsync(await AnswerAsync(line, reader, writer));
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The hub hung up.
        }
    }

    private async Task<string> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO": return string.Concat(Offers.Select(o => $"250-{o}\r\n").Prepend("250-desk.test\r\n")) + "250 SIZE 1000000";
            case "RCPT": return ToRecipient(line) ?? "250 OK";
            case "QUIT": return "221 Bye";
            case "DATA":
                await writer.WriteLineAsync("354 Go on");
                _mails.Enqueue(await MailAsync(reader));
                return "250 Taken";
            default: return "250 OK";
        }
    }

    private static async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return mail.ToString();
    }
}
