using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EngagementHub.Tests.Hardening;

/// <summary>The hub's own server with a certificate, where no proxy stands before it.</summary>
[Trait("Runs", "Once")]
public sealed class EncryptedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-tls").FullName;
    private readonly int _port = HostProcess.FreePort();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_speaks_TLS_1_2_and_1_3_and_nothing_older()
    {
        var pem = SelfSigned.In(_folder);
        using var hub = await HostProcess.Serve(_folder, $"--urls=https://127.0.0.1:{_port}", "--Hub:Recipe=", "--Jobs:Run=false", $"--Kestrel:Certificates:Default:Path={pem}", $"--Kestrel:Certificates:Default:KeyPath={pem}");
        try
        {
            await Speaks(_port);
        }
        finally
        {
            hub.Kill();
            await hub.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks the server at the port by every version.</summary>
    internal static async Task Speaks(int port)
    {
        Assert.True(await ClientHello.IsTakenUp(port, minor: 3), "TLS 1.2 by hand: without it the refusals below prove nothing");
        Assert.False(await ClientHello.IsTakenUp(port, minor: 2), "TLS 1.1 is taken up");
        Assert.False(await ClientHello.IsTakenUp(port, minor: 1), "TLS 1.0 is taken up");
        Assert.False(await ClientHello.IsTakenUp(port, minor: 0), "SSL 3.0 is taken up");
#pragma warning disable CA5398 // What is asked is whether the server speaks exactly this version.
        Assert.Equal(SslProtocols.Tls12, await AgreedOn(port, SslProtocols.Tls12));
        Assert.Equal(SslProtocols.Tls13, await AgreedOn(port, SslProtocols.Tls13));
#pragma warning restore CA5398
    }

    private static async Task<SslProtocols> AgreedOn(int port, SslProtocols version)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
#pragma warning disable CA5359 // The certificate is the test's own; what it says is not what is tested.
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = version, RemoteCertificateValidationCallback = (_, _, _, _) => true }, TestContext.Current.CancellationToken);
#pragma warning restore CA5359
        return tls.SslProtocol;
    }
}
