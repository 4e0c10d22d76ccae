using System.Net;
using EngagementHub.ServiceLevels.Sources.Outbound;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("rt.example.gov.uk", true)]
    [InlineData("RT.example.gov.uk", true)]
    [InlineData("desk.service.gov.uk", true)]
    [InlineData("service.gov.uk", false)]
    [InlineData("rt.example.gov.uk.evil.example", false)]
    [InlineData("10.1.2.3", true)]
    [InlineData("10.1.2.4", false)]
    [InlineData("192.168.7.9", true)]
    public void Only_hosts_that_are_listed_may_be_asked(string host, bool allowed) =>
        Assert.Equal(allowed, new Addresses(["rt.example.gov.uk", "*.service.gov.uk", "10.1.2.3", "192.168.0.0/16"]).Allows(host));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.1.2.4")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void A_listed_name_that_leads_inside_is_not_connected_to(string address) => Assert.False(new Addresses(["rt.example.gov.uk"]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("51.140.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2001:4860:4860::8888")]
    public void A_listed_name_that_leads_outside_is(string address) => Assert.True(new Addresses(["rt.example.gov.uk"]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://127.1/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost./")]
    [InlineData("http://rt.example.gov.uk@127.0.0.1/")]
    [InlineData("http://rt.example.gov.uk.:80@[::1]/")]
    [InlineData("http://127。0。0。1/")]
    public void An_address_in_disguise_is_not_asked(string address)
    {
        using var http = new OutboundHttp(new Addresses(["rt.example.gov.uk"]));

        Assert.Throws<SourceTroubleException>(() => http.Check(new Uri(address)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var service = builder.Build();
        var asked = 0;
        service.MapGet("/here", () => Results.Redirect("/there"));
        service.MapGet("/there", () => $"{++asked}");
        await service.StartAsync(TestContext.Current.CancellationToken);
        using var http = new OutboundHttp(new Addresses(["127.0.0.1"]));

        using var answer = await http.Client.GetAsync($"{service.Urls.First()}/here", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Redirect, 0), (answer.StatusCode, asked));
    }

    [Fact]
    public void An_entry_that_is_neither_host_nor_network_is_refused_by_name() =>
        Assert.Contains("http://rt", Assert.Throws<InvalidOperationException>(() => new Addresses(["http://rt"])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_name_is_looked_at_again_when_the_connection_is_made()
    {
        using var http = new OutboundHttp(new Addresses(["localhost"]));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.Client.GetAsync("http://localhost:9/", TestContext.Current.CancellationToken));

        Assert.Contains("inside a private network", Assert.IsType<SourceTroubleException>(refused.InnerException).Message, StringComparison.Ordinal);
    }
}
