using ConcurrencyAnalyzers.CodeFixes.SharedState;

namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>Many findings at once give what they give one after the other: one gate a type, neighbours in one region.</summary>
public class FixAllTests : FixTest<StandIn1001, UnsynchronizedAccessFix>
{
    [Fact]
    public Task States_of_one_type_share_a_gate_and_types_do_not_wait_for_each_other() => Fixes(
        """
        // shared: _a; harm: Corruption
        // shared: _b; harm: Corruption
        // shared: _c; harm: Corruption
        class First
        {
            private readonly List<int> _a = new();
            private readonly List<int> _b = new();

            public void AddA(int x) => [|_a|].Add(x);

            public void AddBoth(int x)
            {
                [|_a|].Add(x);
                [|_b|].Add(x);
            }

            public void AddB(int x) => [|_b|].Add(x);
        }

        class Second
        {
            private readonly List<int> _c = new();

            public void Add(int x) => [|_c|].Add(x);
        }
        """,
        """
        // shared: _a; harm: Corruption
        // shared: _b; harm: Corruption
        // shared: _c; harm: Corruption
        class First
        {
            private readonly Lock _gate = new();
            private readonly List<int> _a = new();
            private readonly List<int> _b = new();

            public void AddA(int x)
            {
                lock (_gate)
                {
                    _a.Add(x);
                }
            }

            public void AddBoth(int x)
            {
                lock (_gate)
                {
                    _a.Add(x);
                    _b.Add(x);
                }
            }

            public void AddB(int x)
            {
                lock (_gate)
                {
                    _b.Add(x);
                }
            }
        }

        class Second
        {
            private readonly Lock _gate = new();
            private readonly List<int> _c = new();

            public void Add(int x)
            {
                lock (_gate)
                {
                    _c.Add(x);
                }
            }
        }
        """);

    // Fixed at once, each part would declare a gate of the same name.
    [Fact]
    public Task Two_parts_of_one_type_in_one_file_get_gates_of_different_names() => Fixes(
        """
        // shared: _a; harm: Corruption
        // shared: _b; harm: Corruption
        partial class Halves
        {
            private readonly List<int> _a = new();

            public void AddA(int x) => [|_a|].Add(x);
        }

        partial class Halves
        {
            private readonly List<int> _b = new();

            public void AddB(int x) => [|_b|].Add(x);
        }
        """,
        """
        // shared: _a; harm: Corruption
        // shared: _b; harm: Corruption
        partial class Halves
        {
            private readonly Lock _gate = new();
            private readonly List<int> _a = new();

            public void AddA(int x)
            {
                lock (_gate)
                {
                    _a.Add(x);
                }
            }
        }

        partial class Halves
        {
            private readonly Lock _bGate = new();
            private readonly List<int> _b = new();

            public void AddB(int x)
            {
                lock (_bGate)
                {
                    _b.Add(x);
                }
            }
        }
        """);
}
