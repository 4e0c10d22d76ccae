# Leads tickets through their lives with Request Tracker's own code: reads a change per line (JSON) on standard input and answers each with a line.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use RT;
RT::LoadConfig();
RT::Init();
$| = 1;

sub user { my $user = RT::CurrentUser->new; $user->Load($_[0]); die "no user $_[0]" unless $user->id; return $user }
my $agent = user('agent');
my %person = map { ("person$_" => user("person$_")) } 1 .. 3;
my $field = RT::CustomField->new(RT->SystemUser);
$field->LoadByCols(Name => 'Service');

sub at {
    my $seconds = shift;
    open my $file, '>', "$ENV{HUB_CLOCK}.new" or die $!;
    print $file $seconds if $seconds;
    close $file;
    rename "$ENV{HUB_CLOCK}.new", $ENV{HUB_CLOCK} or die $!;
}

my %change = (
    create => sub {
        my ($ticket, $c) = @_;
        my ($id, undef, $message) = $ticket->Create(Queue => $c->{queue}, Subject => $c->{to}, Requestor => "$c->{who}\@rt.test", 'CustomField-' . $field->id => $c->{to});
        return ($id, $message);
    },
    status => sub { my ($ticket, $c) = @_; return $ticket->SetStatus($c->{to}) },
    answer => sub { my ($ticket) = @_; return $ticket->Correspond(Content => 'We are on it') },
    reply  => sub { my ($ticket) = @_; return $ticket->Correspond(Content => 'Thank you, but') },
    service => sub { my ($ticket, $c) = @_; return $ticket->AddCustomFieldValue(Field => 'Service', Value => $c->{to}) },
    queue  => sub { my ($ticket, $c) = @_; return $ticket->SetQueue($c->{to}) },
    merge  => sub { my ($ticket, $c) = @_; return $ticket->MergeInto($c->{to}) },
);

while (my $line = <STDIN>) {
    my $c = decode_json($line);
    at($c->{at});
    my $ticket = RT::Ticket->new($c->{step} eq 'reply' ? $person{ $c->{who} } : $agent);
    $ticket->Load($c->{ticket}) if $c->{ticket};
    my ($ok, $message) = $change{ $c->{step} }->($ticket, $c);
    print encode_json({ ok => $ok ? JSON::true : JSON::false, message => '' . ($message // ''), ticket => $ticket->id + 0 }), "\n";
}
