using static ConcurrencyAnalyzers.Tests.Rules.SharedState.SharedStateTest;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>What runs beside what, when the start and the work lie in different members; each case beside one that does overlap.</summary>
public class OverlapTests
{
    [Fact]
    public Task A_loop_that_the_type_starts_once_meets_no_second_caller() => VerifyAsync("""
        class Sink
        {
            private Task<bool>? _pending;
            private readonly Task _loop;

            public Sink() => _loop = Task.Run(LoopAsync);

            private async Task LoopAsync()
            {
                while (await NextAsync()) { }
            }

            private async Task<bool> NextAsync()
            {
                var wait = _pending ?? Task.FromResult(true);
                _pending = null;
                if (await Task.WhenAny(wait, Task.Delay(10)) != wait)
                    _pending = wait;
                return true;
            }
        }
        """);

    [Fact]
    public Task A_loop_that_the_type_starts_meets_the_public_members() => VerifyAsync("""
        public class Sink
        {
            private readonly List<int> _items = [];
            private readonly Task _loop;

            public Sink() => _loop = Task.Run(Loop);

            public void Add(int item) => {|CONC1001:_items.Add|}(item);

            private void Loop()
            {
                while (true)
                    {|CONC1001:_items.Clear|}();
            }
        }
        """);

    [Fact]
    public Task What_a_callee_does_before_it_starts_the_loop_is_over_by_then() => VerifyAsync("""
        public class Client
        {
            private readonly MemoryStream _buffer = new();

            public async Task ConnectAsync()
            {
                await HandshakeAsync();
                Console.WriteLine("connected");
            }

            private async Task HandshakeAsync()
            {
                await ReadAsync();
                _ = Task.Run(() => LoopAsync());
            }

            private async Task LoopAsync()
            {
                while (true)
                    await ReadAsync();
            }

            private async Task ReadAsync()
            {
                await Task.Yield();
                _buffer.SetLength(0);
            }
        }
        """);

    [Fact]
    public Task What_a_callee_does_after_it_starts_the_loop_meets_it() => VerifyAsync("""
        public class Client
        {
            private readonly List<int> _buffer = [];

            public async Task ConnectAsync()
            {
                await HandshakeAsync();
                Console.WriteLine("connected");
            }

            private async Task HandshakeAsync()
            {
                _ = Task.Run(() => LoopAsync());
                await Task.Yield();
                {|CONC1001:_buffer.Add|}(1);
            }

            private async Task LoopAsync()
            {
                while (true)
                {
                    await Task.Yield();
                    {|CONC1001:_buffer.Clear|}();
                }
            }
        }
        """);

    [Fact]
    public Task Only_one_override_of_a_virtual_call_runs() => VerifyAsync("""
        public abstract class Folder
        {
            protected List<int> Ids { get; } = [];

            public Task SortAsync() => SortCoreAsync();

            protected abstract Task SortCoreAsync();
        }

        public class Local : Folder
        {
            protected override async Task SortCoreAsync()
            {
                await Task.Yield();
                Ids.Sort();
            }
        }

        public class Remote : Folder
        {
            protected override async Task SortCoreAsync()
            {
                await Task.Delay(1);
                Ids.Sort();
            }
        }
        """);

    [Fact]
    public Task A_call_of_the_base_runs_the_base_alone() => VerifyAsync("""
        public class Folder
        {
            protected List<int> Ids { get; } = [];

            public virtual async Task SortAsync()
            {
                await Task.Yield();
                Ids.Sort();
            }
        }

        public class Remote : Folder
        {
            public override Task SortAsync() => base.SortAsync();
        }
        """);

    [Fact]
    public Task A_call_told_not_to_be_async_has_finished() => VerifyAsync("""
        public class Session
        {
            private readonly List<int> _sent = [];

            public void Send()
            {
                _ = SendAsync(false);
                _sent.Add(2);
            }

            private async Task SendAsync(bool doAsync)
            {
                if (doAsync)
                    await Task.Yield();
                _sent.Add(1);
            }
        }
        """);

    [Fact]
    public Task A_call_told_to_be_async_goes_on() => VerifyAsync("""
        public class Session
        {
            private readonly List<int> _sent = [];

            public void Send()
            {
                _ = SendAsync(true);
                {|CONC1001:_sent.Add|}(2);
            }

            private async Task SendAsync(bool doAsync)
            {
                if (doAsync)
                    await Task.Yield();
                {|CONC1001:_sent.Add|}(1);
            }
        }
        """);

    [Fact]
    public Task What_a_stream_of_ones_own_does_is_read_in_its_members() => VerifyAsync("""
        public class Checked : MemoryStream
        {
            public bool IsOpen() => true;
        }

        public class Pump
        {
            private readonly Checked _stream = new();

            public async Task RunAsync()
            {
                var writer = Task.Run(() => _stream.WriteByte(1));
                Console.WriteLine(_stream.IsOpen());
                await writer;
            }
        }
        """);
}
