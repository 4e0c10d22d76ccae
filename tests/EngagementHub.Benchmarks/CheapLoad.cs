using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Benchmarks;

/// <summary>Comments sent over many connections by one thread that waits for whichever is answered: each request is bytes made before, with a new key and a new text, so that little of the machine goes into the load itself.</summary>
internal sealed class CheapLoad : IDisposable
{
    private const int Random = 32;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(new string('@', Random));

    private readonly byte[] _request;
    private readonly int _key;
    private readonly int _text;
    private readonly byte[] _answer = new byte[16 * 1024];
    private readonly Dictionary<Socket, long> _sent = [];

    public CheapLoad(SentForm form, int connections)
    {
        var mark = Encoding.ASCII.GetString(Mark);
        var body = $"Key={mark}&Shown=named&Text={Uri.EscapeDataString("I have **waited** four weeks for an account, and so has everybody here. ")}{mark}";
        _request = Encoding.ASCII.GetBytes($"POST {form.Url} HTTP/1.1\r\nHost: {form.Address.Authority}\r\nCookie: {form.Cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        (_key, _text) = (_request.AsSpan().IndexOf(Mark), _request.AsSpan().LastIndexOf(Mark));
        for (var i = 0; i < connections; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(form.Address.Host, form.Address.Port);
            _sent[socket] = 0;
        }
    }

    /// <summary>Sends for so many seconds, each connection its next as soon as the one before is answered, and gives the milliseconds of each answer.</summary>
    public List<double> Send(int seconds)
    {
        List<double> times = [];
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        List<Socket> waiting = [.. _sent.Keys];
        waiting.ForEach(SendOne);
        while (waiting.Count > 0)
        {
            List<Socket> answered = [.. waiting];
            Socket.Select(answered, null, null, 10_000_000);
            foreach (var socket in answered)
            {
                Hear(socket);
                times.Add(Stopwatch.GetElapsedTime(_sent[socket]).TotalMilliseconds);
                if (Stopwatch.GetTimestamp() < until)
                {
                    SendOne(socket);
                }
                else
                {
                    waiting.Remove(socket);
                }
            }
        }

        return times;
    }

    public void Dispose() => _sent.Keys.ToList().ForEach(socket => socket.Dispose());

    private void SendOne(Socket socket)
    {
        Convert.TryToHexString(RandomNumberGenerator.GetBytes(Random / 2), _request.AsSpan(_key, Random), out _);
        _request.AsSpan(_key, Random).CopyTo(_request.AsSpan(_text));
        _sent[socket] = Stopwatch.GetTimestamp();
        socket.Send(_request);
    }

    // A redirect has no body; whatever else is answered ends the measurement, before its body is waited for.
    private void Hear(Socket socket)
    {
        var got = 0;
        do
        {
            var read = socket.Receive(_answer.AsSpan(got));
            got += read > 0 ? read : throw new IOException("The connection was closed before the answer was complete");
            if (got >= 12 && !_answer.AsSpan(9, 3).SequenceEqual("302"u8))
            {
                throw new InvalidOperationException($"A comment was answered with {Encoding.ASCII.GetString(_answer, 0, Math.Min(got, 400))}");
            }
        }
        while (!_answer.AsSpan(0, got).EndsWith("\r\n\r\n"u8));
    }
}
