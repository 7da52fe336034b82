using ConcurrencyAnalyzers.CodeFixes.SharedState;
using ConcurrencyAnalyzers.Rules.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

public class PublicationTests : FixTest<UnsafeInitialization, UnsafeInitializationFix>
{
    private static string Type(string members) => $$"""
        public sealed class C
        {
            private readonly Lock _gate = new();
            private List<string>? _x;
            private FileStream? _file;
            private volatile bool _ready;
            private string? _text;

            public void Run(string[] names) => Parallel.ForEach(names, Use);

            private void Add(string name)
            {
                lock (_gate)
                {
                    _x!.Add(name);
                }
            }

        {{string.Join("\n", members.Split('\n').Select(line => "    " + line))}}
        }
        """;

    [Fact]
    public Task An_if_becomes_one_step() => Fixes(
        Type("""
            private void Use(string name)
            {
                if (_x == null)
                {
                    {|CONC1006:_x = new List<string>()|};
                }

                Add(name);
            }
            """),
        Type("""
            private void Use(string name)
            {
                LazyInitializer.EnsureInitialized(ref _x, () => new List<string>());

                Add(name);
            }
            """));

    [Fact]
    public Task What_must_be_disposed_is_made_under_a_lock() => Fixes(
        Type("""
            private void Use(string name)
            {
                if (_file == null)
                {
                    {|CONC1006:_file = new FileStream(name, FileMode.Open)|};
                }
            }
            """),
        Type("""
            private void Use(string name)
            {
                lock (_gate)
                {
                    if (_file == null)
                    {
                        _file = new FileStream(name, FileMode.Open);
                    }
                }
            }
            """));

    [Fact]
    public Task The_second_check_is_put_in() => Fixes(
        Type("""
            private void Use(string name)
            {
                if (_x == null)
                {
                    lock (_gate)
                    {
                        {|CONC1006:_x = new List<string>()|}; // made once
                    }
                }

                Add(name);
            }
            """),
        Type("""
            private void Use(string name)
            {
                if (_x == null)
                {
                    lock (_gate)
                    {
                        _x ??= new List<string>(); // made once
                    }
                }

                Add(name);
            }
            """));

    [Fact]
    public Task The_flag_follows_its_payload() => Fixes(
        Type("""
            private void Use(string name)
            {
            }

            public void Load(string path)
            {
                // Readers may come.
                {|CONC1006:_ready = true|};
                _text = File.ReadAllText(path);
            }

            public int Length => _ready ? _text!.Length : 0;
            """),
        Type("""
            private void Use(string name)
            {
            }

            public void Load(string path)
            {
                _text = File.ReadAllText(path);
                // Readers may come.
                _ready = true;
            }

            public int Length => _ready ? _text!.Length : 0;
            """));

    [Fact]
    public Task An_assignment_between_other_work_is_left_alone() => Declines(
        Type("""
            private void Use(string name)
            {
                lock (_gate)
                {
                    if (_x != null)
                        return;
                }

                lock (this)
                {
                    {|CONC1006:_x = new List<string>()|};
                }

                Add(name);
            }
            """));
}
