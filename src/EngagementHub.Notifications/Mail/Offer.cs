using System.Net.Sockets;
using System.Text;

namespace EngagementHub.Notifications.Mail;

/// <summary>Asks a mail server whether it offers encryption, as the framework's client does not tell.</summary>
internal static class Offer
{
    private const int MostLines = 100;

    public static async Task<bool> HasStartTlsAsync(string host, int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await AnswerAsync(reader, cancellation);
        await stream.WriteAsync("EHLO localhost\r\n"u8.ToArray(), cancellation);
        var offered = (await AnswerAsync(reader, cancellation)).Exists(line => line.Length > 4 && line[4..].Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase));
        await stream.WriteAsync("QUIT\r\n"u8.ToArray(), cancellation);
        return offered;
    }

    private static async Task<List<string>> AnswerAsync(StreamReader reader, CancellationToken cancellation)
    {
        List<string> lines = [];
        while (lines.Count < MostLines && await reader.ReadLineAsync(cancellation) is { } line)
        {
            lines.Add(line);
            if (line.Length < 4 || line[3] != '-')
            {
                return line.StartsWith('2') ? lines : throw new IOException($"The mail server said: {line}");
            }
        }

        throw new IOException("The mail server ended the conversation");
    }
}
