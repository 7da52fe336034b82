using System;

namespace Cases.K031.Vendor
{
    [AttributeUsage(AttributeTargets.All)]
    sealed class GuardedByAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    sealed class MustHoldAttribute(string name) : Attribute
    {
        public string Name => name;
    }
}

namespace Cases.K031.App
{
    using Cases.K031.Vendor;

    class Slot
    {
        private readonly object _gate = new();
        [GuardedBy("_gate")] private string? _value;

        public void Set(string value)
        {
            lock (_gate)
            {
                Store(value);
            }
        }

        [MustHold("_gate")]
        private void Store(string value) => _value = value;
    }
}
