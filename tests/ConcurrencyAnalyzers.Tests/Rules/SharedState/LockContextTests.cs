using static ConcurrencyAnalyzers.Tests.Rules.SharedState.SharedStateTest;

namespace ConcurrencyAnalyzers.Tests.Rules.SharedState;

/// <summary>Locks that are taken elsewhere than the access: by a base class, by the caller who says so; and members that need none.</summary>
public class LockContextTests
{
    [Fact]
    public Task A_protected_override_runs_under_the_lock_of_the_base() => VerifyAsync($$"""
        {{Target}}

        public class FileTarget : Target
        {
            private readonly Dictionary<string, int> _open = [];
            private Timer? _timer;

            protected override void Start() => _timer = new Timer(_ => Sweep(), null, 100, 100);

            protected override void Write(string line) => _open[line] = 1;

            private void Sweep()
            {
                lock (Gate)
                    _open.Clear();
            }
        }
        """);

    [Fact]
    public Task A_public_member_does_not_run_under_the_lock_of_the_base() => VerifyAsync($$"""
        {{Target}}

        public class FileTarget : Target
        {
            private readonly Dictionary<string, int> _open = [];
            private Timer? _timer;

            protected override void Start() => _timer = new Timer(_ => Sweep(), null, 100, 100);

            protected override void Write(string line) => _open[line] = 1;

            public void Reopen(string line) => {|CONC1002:_open.Remove|}(line);

            private void Sweep()
            {
                lock (Gate)
                    _open.Clear();
            }
        }
        """);

    [Fact]
    public Task A_caller_that_says_it_holds_the_lock_is_believed() => VerifyAsync("""
        public class Registry
        {
            private readonly SemaphoreSlim _gate = new(1, 1);
            private readonly Dictionary<string, int> _items = [];

            public async Task AddAsync(string name, bool gateHeld)
            {
                if (gateHeld)
                {
                    AddCore(name);
                }
                else
                {
                    await _gate.WaitAsync();
                    try { AddCore(name); }
                    finally { _gate.Release(); }
                }
            }

            public async Task ClearAsync()
            {
                await _gate.WaitAsync();
                try { _items.Clear(); }
                finally { _gate.Release(); }
            }

            private void AddCore(string name) => _items[name] = 1;
        }
        """);

    [Fact]
    public Task A_parameter_that_chooses_between_two_unlocked_ways_says_nothing() => VerifyAsync("""
        public class Registry
        {
            private readonly object _gate = new();
            private readonly Dictionary<string, int> _items = [];

            public void Add(string name, bool twice)
            {
                if (twice)
                    {|CONC1002:_items.Add|}(name + name, 2);
            }

            public void Put(string name)
            {
                lock (_gate)
                    _items[name] = 1;
            }

            public void Clear()
            {
                lock (_gate)
                    _items.Clear();
            }
        }
        """);

    [Fact]
    public Task What_never_changes_about_a_list_needs_no_lock() => VerifyAsync("""
        public class Log
        {
            private readonly List<string> _lines = [];

            public bool IsReadOnly => ((ICollection<string>)_lines).IsReadOnly;

            public void Add(string line)
            {
                lock (_lines)
                    _lines.Add(line);
            }

            public void Clear()
            {
                lock (_lines)
                    _lines.Clear();
            }
        }
        """);

    [Fact]
    public Task A_connection_is_read_and_written_at_once() => VerifyAsync("""
        public class Channel(Stream stream)
        {
            private readonly Stream _stream = stream;

            public async Task PumpAsync()
            {
                var reader = Task.Run(() => _stream.ReadByte());
                _stream.WriteByte(1);
                await reader;
            }
        }
        """);

    [Fact]
    public Task A_file_is_not_read_and_written_at_once() => VerifyAsync("""
        public class Copy(FileStream file)
        {
            private readonly FileStream _file = file;

            public async Task PumpAsync()
            {
                var reader = Task.Run(() => {|CONC1001:_file.ReadByte|}());
                {|CONC1001:_file.WriteByte|}(1);
                await reader;
            }
        }
        """);

    private const string Target = """
        public abstract class Target
        {
            protected object Gate { get; } = new();

            public void Log(string line)
            {
                lock (Gate)
                    Write(line);
            }

            public void Open()
            {
                lock (Gate)
                    Start();
            }

            protected virtual void Start() { }

            protected virtual void Write(string line) { }
        }
        """;
}
