using System.Text;
using EngagementHub.ServiceLevels.Sources.Webhooks;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>The vectors that the Standard Webhooks and GitHub publish, and what must be refused beside them.</summary>
public class SignaturesTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const string Body = """{"test": 2432232314}""";
    private const string HubSecret = "It's a Secret to Everybody";
    private const string HubSignature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_published_vector_of_the_Standard_Webhooks_is_good() => Assert.True(IsGood());

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_clock_may_be_five_minutes_off_and_no_second_more(int seconds, bool good) => Assert.Equal(good, IsGood(now: Sent.AddSeconds(seconds)));

    [Theory]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= " + Signature)]
    [InlineData(Signature + " v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + Signature)]
    public void One_good_signature_among_several_is_enough(string header) => Assert.True(IsGood(signature: header));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("v1,")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE")]
    [InlineData("v1,G0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,not base64 at all")]
    [InlineData("v1,g0hM9SsE")]
    public void Whatever_is_no_signature_of_the_body_is_refused(string? signature) => Assert.False(IsGood(signature: signature));

    [Fact]
    public void Another_body_identifier_time_or_secret_is_refused()
    {
        Assert.False(IsGood(body: Body + " "));
        Assert.False(IsGood(body: """{"test":2432232314}"""));
        Assert.False(IsGood(id: Id + "x"));
        Assert.False(IsGood(id: ""));
        Assert.False(IsGood(id: null));
        Assert.False(IsGood(timestamp: "1614265331"));
        Assert.False(IsGood(timestamp: "1614265330.0"));
        Assert.False(IsGood(timestamp: "-1614265330"));
        Assert.False(IsGood(timestamp: null));
        Assert.False(IsGood(secrets: ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx"]));
        Assert.False(IsGood(secrets: []));
    }

    [Fact]
    public void While_a_secret_is_changed_both_hold() => Assert.True(IsGood(secrets: ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Secret]));

    [Theory]
    [InlineData(HubSignature, "Hello, World!", HubSecret, true)]
    [InlineData("sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17", "Hello, World!", HubSecret, true)]
    [InlineData(HubSignature, "Hello, World", HubSecret, false)]
    [InlineData(HubSignature, "Hello, World!", "It's a secret to everybody", false)]
    [InlineData("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "Hello, World!", HubSecret, false)]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d", "Hello, World!", HubSecret, false)]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1g", "Hello, World!", HubSecret, false)]
    [InlineData("", "Hello, World!", HubSecret, false)]
    [InlineData(null, "Hello, World!", HubSecret, false)]
    public void The_published_vector_of_GitHub_is_good_and_nothing_near_it(string? header, string body, string secret, bool good) =>
        Assert.Equal(good, Signatures.IsHub([Signatures.KeyOf(SignedBy.Hub, secret)], header, Encoding.UTF8.GetBytes(body)));

    private static bool IsGood(string? id = Id, string? timestamp = "1614265330", string? signature = Signature, string body = Body, string[]? secrets = null, DateTimeOffset? now = null) =>
        Signatures.IsStandard([.. (secrets ?? [Secret]).Select(secret => Signatures.KeyOf(SignedBy.Standard, secret))], new StandardHeaders(id, timestamp, signature), Encoding.UTF8.GetBytes(body), now ?? Sent);
}
