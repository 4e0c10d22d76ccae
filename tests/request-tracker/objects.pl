# Makes what the tests need in an empty Request Tracker: two queues that the hub may read and one that it may not, a custom field, users, and the hub's
# token. Prints the token.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();
my $system = RT->SystemUser;

sub made { my ($ok, $message, $what) = @_; die "$what: " . ($message // '') . "\n" unless $ok; return $ok }

# Only the scrip that reopens a resolved ticket when its requester writes: nobody is to get mail.
my $scrips = RT::Scrips->new($system);
$scrips->UnLimit;
while (my $scrip = $scrips->Next) {
    $scrip->SetDisabled(1) unless ($scrip->Description // '') =~ /Open Inactive/i;
}

my %queue;
for my $name ('IT Requests', 'HR Pay', 'Private') {
    my $queue = $queue{$name} = RT::Queue->new($system);
    made($queue->Create(Name => $name), $name);
}

my $field = RT::CustomField->new($system);
made($field->Create(Name => 'Service', Type => 'SelectSingle', LookupType => 'RT::Queue-RT::Ticket', Queue => 0), 'Service');
made($field->AddValue(Name => $_), $_) for 'Standard desktop', 'New account', 'Shared folder access', 'Pay query';
$field->AddToObject($_) for values %queue;

sub user {
    my ($name, $privileged) = @_;
    my $user = RT::User->new($system);
    made($user->Create(Name => $name, EmailAddress => "$name\@rt.test", Password => "$name-password", Privileged => $privileged), $name);
    return $user;
}

my $hub = user('hub', 1);
$hub->SetTimezone('UTC');
my $agent = user('agent', 1);
for my $name (keys %queue) {
    $agent->PrincipalObj->GrantRight(Right => $_, Object => $queue{$name})
        for qw(SeeQueue ShowTicket SeeCustomField CreateTicket ModifyTicket ReplyToTicket CommentOnTicket OwnTicket DeleteTicket ModifyCustomField);
    next if $name eq 'Private';
    $hub->PrincipalObj->GrantRight(Right => $_, Object => $queue{$name}) for qw(SeeQueue ShowTicket SeeCustomField);
}
user("person$_", 0) for 1 .. 3;
my $requesters = RT::Group->new($system);
$requesters->LoadRoleGroup(Object => RT->System, Name => 'Requestor');
$requesters->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for qw(ShowTicket ReplyToTicket SeeQueue);

$hub->PrincipalObj->GrantRight(Right => 'ManageAuthTokens', Object => RT->System);
my ($id, $message, $token) = RT::AuthToken->new(RT::CurrentUser->new($hub))->Create(Owner => $hub->id, Description => 'the hub');
made($id, $message, 'token');
print "$token\n";
